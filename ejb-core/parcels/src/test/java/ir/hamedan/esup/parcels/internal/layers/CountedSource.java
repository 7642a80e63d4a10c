package ir.hamedan.esup.parcels.internal.layers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts how often a connection is taken from it, which is once a statement. */
final class CountedSource {
    private final AtomicInteger taken = new AtomicInteger();
    private final DataSource source;

    CountedSource(DataSource to) {
        source = (DataSource) Proxy.newProxyInstance(
                CountedSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    taken.incrementAndGet();
                    try {
                        return method.invoke(to, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    DataSource source() {
        return source;
    }

    int taken() {
        return taken.get();
    }
}
