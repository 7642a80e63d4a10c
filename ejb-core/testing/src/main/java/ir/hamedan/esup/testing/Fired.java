package ir.hamedan.esup.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Events of a bean under test: kept in their order, and delivered at once and in the same transaction. */
public final class Fired<T> implements Event<T> {
    private final List<T> all = new CopyOnWriteArrayList<>();
    private final Consumer<? super T> observer;

    /** Nobody observes. */
    public Fired() {
        this(event -> {});
    }

    public Fired(Consumer<? super T> observer) {
        this.observer = observer;
    }

    /** What was fired so far, oldest first. */
    public List<T> all() {
        return all;
    }

    @Override
    public void fire(T event) {
        all.add(event);
        observer.accept(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
