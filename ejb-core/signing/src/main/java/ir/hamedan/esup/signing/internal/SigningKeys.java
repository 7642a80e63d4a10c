package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** The keys we sign with: from a PKCS#12 file or a PKCS#11 token, opened when first needed and again when they failed. */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

    /** More officers than the city has; a limit on what memory holds. */
    private static final int MOST_KEYS = 5_000;

    SigningConfig config;
    private final Map<String, SigningKey> open = new ConcurrentHashMap<>();
    private volatile Provider token;

    /** For the container. */
    public SigningKeys() {}

    static SigningKeys with(SigningConfig config) {
        SigningKeys keys = new SigningKeys();
        keys.config = config;
        return keys;
    }

    @PostConstruct
    void configure() {
        config = SigningConfig.of(ConfigProvider.getConfig());
    }

    SigningConfig config() {
        return config;
    }

    /** What is done with a key. */
    interface Use<T> {
        T with(SigningKey key) throws GeneralSecurityException, IOException;
    }

    /**
     * Uses the signer's key; a token that lost its session gets a second chance.
     *
     * @throws Problem {@code signing.unavailable}
     */
    <T> T use(Signer signer, Instant now, Use<T> use) {
        String alias =
                signer.username().map(name -> name.toLowerCase(Locale.ROOT)).orElse(config.officeAlias());
        try {
            return use.with(key(alias, signer, now));
        } catch (GeneralSecurityException | IOException | ProviderException first) {
            LOG.log(Level.WARNING, "Signing failed with key " + alias + "; opening it again", first);
            open.clear();
        }
        try {
            return use.with(key(alias, signer, now));
        } catch (GeneralSecurityException | IOException | ProviderException second) {
            open.clear();
            throw Problem.unavailable("signing.unavailable").because(second);
        }
    }

    private SigningKey key(String alias, Signer signer, Instant now) throws GeneralSecurityException, IOException {
        SigningKey key = open.get(alias);
        if (key == null) {
            key = read(alias, signer, now);
            if (open.size() < MOST_KEYS) {
                open.put(alias, key);
            }
        }
        if (!key.holdsAt(now)) {
            throw new GeneralSecurityException("the certificate of key " + alias + " is not valid at " + now);
        }
        return key;
    }

    private SigningKey read(String alias, Signer signer, Instant now) throws GeneralSecurityException, IOException {
        if (config.provider().equals("pkcs11")) {
            Provider provider = token();
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, secret());
            return entry(store, alias, null, Optional.of(provider));
        }
        if (config.keystore().isPresent()) {
            Path file = config.keystore().get();
            if (!Files.isReadable(file)) {
                throw new IOException("the key store " + file + " cannot be read");
            }
            KeyStore store = KeyStore.getInstance(file.toFile(), secret());
            return entry(store, alias, secret(), Optional.empty());
        }
        if (!config.demo()) {
            throw new GeneralSecurityException("esup.signing.keystore is not set");
        }
        DemoKeys demo = new DemoKeys(config.data(), config.algorithm(), config.officeAlias());
        KeyStore store = signer.username().isPresent() ? demo.openWith(alias, signer.name(), now) : demo.open(now);
        return entry(store, alias, demo.password(), Optional.empty());
    }

    private char[] secret() {
        return config.secret().orElse("").toCharArray();
    }

    private Provider token() throws GeneralSecurityException {
        Provider known = token;
        if (known == null) {
            String library = config.pkcs11Library()
                    .orElseThrow(() -> new GeneralSecurityException("esup.signing.pkcs11-library is not set"))
                    .toString();
            known = Security.getProvider("SunPKCS11")
                    .configure("--name=esup\nlibrary=" + library + "\nslot=" + config.pkcs11Slot() + "\n");
            token = known;
        }
        return known;
    }

    private static SigningKey entry(KeyStore store, String alias, char[] password, Optional<Provider> provider)
            throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("there is no key " + alias + " with its certificate");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            certificates.add((X509Certificate) certificate);
        }
        return new SigningKey(key, certificates, provider);
    }
}
