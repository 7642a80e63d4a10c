package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.ConfigProvider;

/** What templates and tags ask: addresses of our files, errors of a field, whether this is the demo city. */
@Named
@ApplicationScoped
public class Ui {
    /** One mistake: the id of its input, empty when it concerns the whole page. */
    public record Mistake(String id, String text) {}

    private static final int LARGEST_FILE = 1 << 20;

    @Inject
    ServletContext servlet;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** For a servlet to which the server gives no beans of this jar. */
    static Ui of(ServletContext servlet) {
        Ui ui = new Ui();
        ui.servlet = servlet;
        return ui;
    }

    /** The address of a file under /ui/, with a version by its content, so that it may be kept for a year. */
    public String file(String name) {
        return servlet.getContextPath() + "/ui/" + name + "?v=" + versions.computeIfAbsent(name, this::version);
    }

    private String version(String name) {
        try (InputStream in = servlet.getResourceAsStream("/ui/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no file /ui/" + name);
            }
            CRC32 sum = new CRC32();
            sum.update(in.readNBytes(LARGEST_FILE));
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the city is made up: every page then says so. */
    public boolean isDemo() {
        return ConfigProvider.getConfig()
                .getOptionalValue("esup.demo", Boolean.class)
                .orElse(false);
    }

    /** This page in the other language. */
    public String in(String language) {
        return Addresses.with(request(), "lang", language);
    }

    /** This list at another page, counted from 0; in the address pages count from 1. */
    public String page(long number) {
        return Addresses.with(request(), "page", Long.toString(number + 1));
    }

    /** The number, from 1, of the first row of a page of a list. */
    public long firstRow(Page<?> page) {
        return page.total() == 0 ? 0 : page.request().offset() + 1;
    }

    /** The number of the last row of a page of a list. */
    public long lastRow(Page<?> page) {
        return page.request().offset() + page.rows().size();
    }

    /** The id in the page of the input with this id in the view, looked for from the tag that asks. */
    public String clientId(String id) {
        FacesContext context = FacesContext.getCurrentInstance();
        UIComponent here = UIComponent.getCurrentComponent(context);
        UIComponent found = (here == null ? context.getViewRoot() : here).findComponent(id);
        return found == null ? id : found.getClientId(context);
    }

    /** The sentences said of an input. */
    public List<String> errors(String id) {
        return FacesContext.getCurrentInstance().getMessageList(clientId(id)).stream()
                .map(FacesMessage::getSummary)
                .distinct()
                .toList();
    }

    /** The same in one text. */
    public String error(String id) {
        return String.join(" ", errors(id));
    }

    public boolean wrong(String id) {
        return !errors(id).isEmpty();
    }

    /** What describes an input to a screen reader: its hint and its error, where it has them; else null. */
    public String describedBy(String id, Object hint) {
        String input = clientId(id);
        String ids = Stream.of(
                        hint == null || hint.toString().isEmpty() ? "" : input + "-hint",
                        wrong(id) ? input + "-error" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** Everything that is wrong, in the order it was found. */
    public List<Mistake> getErrors() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Mistake> errors = new ArrayList<>();
        Iterator<String> ids = context.getClientIdsWithMessages();
        while (ids.hasNext()) {
            String id = ids.next();
            for (FacesMessage message : context.getMessageList(id)) {
                Mistake error = new Mistake(id == null ? "" : id, message.getSummary());
                if (isError(message) && !errors.contains(error)) {
                    errors.add(error);
                }
            }
        }
        return named(errors, id -> label(context, id));
    }

    /** A sentence said of several inputs says of which: ten times the same sentence is no list. */
    static List<Mistake> named(List<Mistake> errors, UnaryOperator<String> label) {
        Map<String, Long> times = errors.stream().collect(Collectors.groupingBy(Mistake::text, Collectors.counting()));
        return errors.stream()
                .map(error -> {
                    String name = times.get(error.text()) == 1 || error.id().isEmpty() ? "" : label.apply(error.id());
                    return name.isEmpty() ? error : new Mistake(error.id(), name + ": " + error.text());
                })
                .toList();
    }

    private static String label(FacesContext context, String id) {
        UIComponent input = context.getViewRoot().findComponent(id.replaceAll(":\\d+:", ":"));
        Object label = input == null ? null : input.getAttributes().get("label");
        return label == null ? "" : label.toString();
    }

    /** What went well and is worth saying, such as after a redirect. */
    public List<String> getNews() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> !isError(message))
                .map(FacesMessage::getSummary)
                .distinct()
                .toList();
    }

    private static boolean isError(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) > 0;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
