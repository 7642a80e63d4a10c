package ir.hamedan.esup.kernel;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The texts people read. The first segment of a key names its bundle: {@code ledger.bill-paid} stands in {@code
 * ir/hamedan/esup/ledger/messages_fa.properties} and {@code messages_en.properties}. Persian is the default; texts are
 * ICU message formats, so plurals and Persian digits come out right.
 */
public final class Messages {
    /** Persian, the language of the city. */
    public static final Locale PERSIAN = Locale.forLanguageTag("fa-IR");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, Messages> BY_LANGUAGE =
            Map.of("fa", new Messages(PERSIAN), "en", new Messages(Locale.ENGLISH));

    private final Locale locale;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /** The texts in the language of the locale: English for English, Persian for everybody else. */
    public static Messages in(Locale locale) {
        return BY_LANGUAGE.get("en".equals(locale.getLanguage()) ? "en" : "fa");
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text under the key with its places filled; values of this kernel are written as people read them.
     *
     * @throws IllegalStateException when there is no such key: the tidy test finds it before a person does
     */
    public String text(String key, Object... arguments) {
        MessageFormat format =
                formats.computeIfAbsent(key, k -> new MessageFormat(pattern(k), ULocale.forLocale(locale)));
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = shown(arguments[i]);
        }
        synchronized (format) {
            return format.format(shown);
        }
    }

    /** The text of a problem, as one or two sentences: the cause and the remedy. */
    public String text(Problem problem) {
        List<Object> arguments = problem.arguments();
        return text(problem.code(), arguments.toArray());
    }

    /** A share as deeds say it: in dang where it comes out even, else as so many shares of so many. */
    public String share(Share share) {
        if (share.isWhole()) {
            return text("kernel.share.whole");
        }
        long dang = share.numerator() * (Share.Unit.DANG.whole() / share.denominator());
        return Share.Unit.DANG.whole() % share.denominator() == 0
                ? text("kernel.share.dang", dang)
                : text("kernel.share.parts", share.numerator(), share.denominator());
    }

    /** The label of an enum constant, under {@code <bundle>.<enum-name>.<CONSTANT>}, such as {@code ledger.levy-kind.RENEWAL}. */
    public String label(String bundle, Enum<?> constant) {
        String name = constant.getDeclaringClass().getSimpleName();
        String dashed = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return text(bundle + "." + dashed + "." + constant.name());
    }

    /** The keys of a bundle that begin with this, such as {@code staff.action.}, in no order. */
    public Set<String> keys(String beginning) {
        return bundle(beginning).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .collect(Collectors.toSet());
    }

    public boolean has(String key) {
        try {
            pattern(key);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private Object shown(Object value) {
        boolean persian = locale.equals(PERSIAN);
        if (value instanceof Rial rial) {
            return persian ? PersianText.amount(rial) : String.format(Locale.ENGLISH, "%,d rial", rial.amount());
        }
        if (value instanceof java.time.LocalDate date) {
            String text = PersianDate.of(date).text();
            return persian ? PersianText.digits(text) : text;
        }
        if (value instanceof Number) {
            return value;
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> shown(one).toString()).collect(Collectors.joining(persian ? "، " : ", "));
        }
        return value == null ? "" : isCode(value) ? PersianText.isolated(value.toString()) : value.toString();
    }

    private static boolean isCode(Object value) {
        return value instanceof RenewalCode
                || value instanceof NationalId
                || value instanceof LegalId
                || value instanceof BillId
                || value instanceof PaymentId
                || value instanceof Iban
                || value instanceof Mobile
                || value instanceof PostalCode;
    }

    private String pattern(String key) {
        try {
            return bundle(key).getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no text for " + key + " in " + locale, e);
        }
    }

    private ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            throw new IllegalStateException("a message key starts with its bundle: " + key);
        }
        String bundle = "ir.hamedan.esup." + key.substring(0, dot) + ".messages";
        return ResourceBundle.getBundle(bundle, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
    }
}
