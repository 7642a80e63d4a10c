package ir.hamedan.esup.launcher;

import ir.hamedan.esup.people.api.TokenKeys;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the launcher is told. Each setting stands in the environment ({@code ESUP_PORT}) or in a properties file ({@code
 * esup.port}); the environment wins. The file is {@code ESUP_CONFIG}, or {@code esup.properties} in the data directory.
 *
 * @param port of HTTP
 * @param host address HTTP listens on
 * @param publicUrl what people type and QR codes carry for ever, without a slash at the end
 * @param data directory of everything that is kept
 * @param demo whether the demo city and the demo payment provider are there
 * @param demoParcels land parcels of the demo city, at least; only its first load asks
 * @param external a PostgreSQL server of one's own, instead of the embedded one
 * @param poolSize database connections of the application
 * @param log {@code file} (under the data directory) or {@code console}
 * @param minimumFreeMegabytes of the disk of the data directory, below which the product does not start
 * @param application further settings of the file, {@code esup.*} and {@code mp.*}, handed to the application as they are
 */
public record LauncherSettings(
        int port,
        String host,
        URI publicUrl,
        Path data,
        boolean demo,
        int demoParcels,
        Optional<External> external,
        int poolSize,
        String log,
        int minimumFreeMegabytes,
        Map<String, String> application) {

    /** A PostgreSQL server somebody else keeps, with the roles esup_owner and esup_app. */
    public record External(
            String host, int port, String database, String sslMode, String ownerPassword, String applicationPassword) {}

    /** One setting: its name in the environment, its default as the README shows it, and what it is for. */
    public record Setting(String name, String fallback, String meaning) {
        String property() {
            return name.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
        }
    }

    static final Setting CONFIG =
            new Setting("ESUP_CONFIG", "esup.properties in the data directory", "file with further settings");
    static final Setting DATA = new Setting("ESUP_DATA", "./data", "directory of everything that is kept");
    static final Setting PORT = new Setting("ESUP_PORT", "8080", "port of HTTP");
    static final Setting HOST = new Setting("ESUP_HOST", "127.0.0.1", "address HTTP listens on");
    static final Setting PUBLIC_URL = new Setting(
            "ESUP_PUBLIC_URL", "http://localhost:ESUP_PORT", "address people use; printed in every QR code for ever");
    static final Setting DEMO = new Setting("ESUP_DEMO", "true", "demo city and demo payment provider");
    static final Setting POOL_SIZE = new Setting("ESUP_POOL_SIZE", "50", "database connections of the application");
    static final Setting LOG = new Setting("ESUP_LOG", "file", "file (logs/ in the data directory) or console");
    static final Setting MINIMUM_FREE = new Setting(
            "ESUP_MINIMUM_FREE_MB", "512", "free megabytes of the disk, below which the product does not start");
    static final Setting DATABASE_HOST =
            new Setting("ESUP_DATABASE_HOST", "none: embedded", "host of a PostgreSQL server of one's own");
    static final Setting DATABASE_PORT = new Setting("ESUP_DATABASE_PORT", "5432", "its port");
    static final Setting DATABASE_NAME = new Setting("ESUP_DATABASE_NAME", "esup", "its database");
    static final Setting DATABASE_SSL =
            new Setting("ESUP_DATABASE_SSL_MODE", "prefer", "sslmode of the connections to it");
    static final Setting DATABASE_OWNER_PASSWORD =
            new Setting("ESUP_DATABASE_OWNER_PASSWORD", "none", "password of the role esup_owner, which migrates");
    static final Setting DATABASE_APP_PASSWORD =
            new Setting("ESUP_DATABASE_APP_PASSWORD", "none", "password of the role esup_app, which runs the product");

    static final Setting DEMO_PARCELS = new Setting(
            "ESUP_DEMO_PARCELS", "20500", "parcels of the demo city when it is loaded; 500 are enough to try things");

    /** The environment's name of the place of a foreign issuer's keys; with it the product signs no tokens itself. */
    private static final String ISSUER_KEY = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";

    /** All settings of the launcher, in the order of the README. */
    public static final List<Setting> ALL = List.of(
            PORT,
            HOST,
            PUBLIC_URL,
            DATA,
            CONFIG,
            DEMO,
            DEMO_PARCELS,
            LOG,
            MINIMUM_FREE,
            POOL_SIZE,
            DATABASE_HOST,
            DATABASE_PORT,
            DATABASE_NAME,
            DATABASE_SSL,
            DATABASE_OWNER_PASSWORD,
            DATABASE_APP_PASSWORD);

    /**
     * Reads the environment and the file.
     *
     * @throws Failure when a value cannot be understood or the file not be read
     */
    public static LauncherSettings read(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault(DATA.name(), DATA.fallback()))
                .toAbsolutePath()
                .normalize();
        Map<String, String> file = file(environment, data);
        Function<Setting, Optional<String>> value = setting -> Optional.ofNullable(environment.get(setting.name()))
                .or(() -> Optional.ofNullable(file.get(setting.property())))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        int port = number(PORT, value, 1, 65_535);
        return new LauncherSettings(
                port,
                value.apply(HOST).orElse(HOST.fallback()),
                publicUrl(value.apply(PUBLIC_URL).orElse("http://localhost:" + port)),
                data,
                truth(DEMO, value),
                number(DEMO_PARCELS, value, 500, 200_000),
                value.apply(DATABASE_HOST).map(host -> external(host, value)),
                number(POOL_SIZE, value, 4, 1000),
                choice(LOG, value, List.of("file", "console")),
                number(MINIMUM_FREE, value, 0, Integer.MAX_VALUE),
                application(environment, file));
    }

    private static External external(String host, Function<Setting, Optional<String>> value) {
        return new External(
                host,
                number(DATABASE_PORT, value, 1, 65_535),
                value.apply(DATABASE_NAME).orElse(DATABASE_NAME.fallback()),
                choice(
                        DATABASE_SSL,
                        value,
                        List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full")),
                required(DATABASE_OWNER_PASSWORD, value),
                required(DATABASE_APP_PASSWORD, value));
    }

    private static Map<String, String> file(Map<String, String> environment, Path data) {
        String named = environment.get(CONFIG.name());
        Path path = named == null ? data.resolve("esup.properties") : Path.of(named);
        if (named == null && !Files.exists(path)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("The settings file " + path + " cannot be read; check the path and its rights.", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** What the application reads by itself from the environment stays there; the file's word is handed over. */
    private static Map<String, String> application(Map<String, String> environment, Map<String, String> file) {
        List<String> own = ALL.stream().map(Setting::property).toList();
        Map<String, String> rest = new TreeMap<>();
        file.forEach((name, value) -> {
            if (!name.startsWith("esup.") && !name.startsWith("mp.")) {
                throw new Failure("The setting " + name + " in the settings file is not known; names start with esup.");
            }
            String inEnvironment = name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
            if (!own.contains(name) && !environment.containsKey(inEnvironment)) {
                rest.put(name, value);
            }
        });
        return Map.copyOf(rest);
    }

    private static int number(Setting setting, Function<Setting, Optional<String>> value, int least, int most) {
        String text = value.apply(setting).orElse(setting.fallback());
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Failure(
                setting.name() + " is \"" + text + "\"; it must be a number from " + least + " to " + most + ".");
    }

    private static boolean truth(Setting setting, Function<Setting, Optional<String>> value) {
        return choice(setting, value, List.of("true", "false")).equals("true");
    }

    private static String choice(Setting setting, Function<Setting, Optional<String>> value, List<String> choices) {
        String text = value.apply(setting).orElse(setting.fallback());
        if (!choices.contains(text)) {
            throw new Failure(
                    setting.name() + " is \"" + text + "\"; it must be " + String.join(" or ", choices) + ".");
        }
        return text;
    }

    private static String required(Setting setting, Function<Setting, Optional<String>> value) {
        return value.apply(setting)
                .orElseThrow(() -> new Failure(
                        setting.name() + " is missing; it is needed when " + DATABASE_HOST.name() + " is set."));
    }

    private static URI publicUrl(String text) {
        String url = text.replaceAll("/+$", "");
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Failure(
                PUBLIC_URL.name() + " is \"" + text + "\"; it must be an address such as https://esup.example.ir.");
    }

    /** Everything the application is told by system properties; makes the key of its tokens when there is none. */
    Map<String, String> systemProperties(DataDirectory directory) {
        Map<String, String> properties = new TreeMap<>(application);
        if (!application.containsKey(TokenKeys.PUBLIC_KEY) && System.getenv(ISSUER_KEY) == null) {
            TokenKeys keys = TokenKeys.ensure(directory.resolve("keys"));
            properties.put(TokenKeys.PRIVATE_KEY, keys.privateKey().toString());
            properties.put(TokenKeys.PUBLIC_KEY, keys.publicKey().toString());
        }
        properties.put("esup.public-url", publicUrl.toString());
        properties.put("esup.data", data.toString());
        properties.put("esup.demo", Boolean.toString(demo));
        if (demo) {
            properties.putIfAbsent("esup.demo-provider.url", "http://" + localHost() + ":" + port + "/demo-provider");
        }
        return properties;
    }

    /** Whether bills can be paid online: by the demo provider, or by one named in the settings. */
    boolean paymentSetUp() {
        String name = "esup.payment.url";
        String inEnvironment = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return demo || application.containsKey(name) || System.getenv(inEnvironment) != null;
    }

    /** The address at which this machine reaches its own HTTP port. */
    public String localHost() {
        return List.of("localhost", "0.0.0.0", "::", "::1").contains(host) ? "127.0.0.1" : host;
    }
}
