package ir.hamedan.esup.citizen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of ours as people outside use them, for whatever is printed, cited or read by search engines. */
@ApplicationScoped
public class PublicAddress {
    @Inject
    @ConfigProperty(name = "esup.public-url")
    String publicUrl;

    /** The whole address of a path that begins with a stroke. */
    public String of(String path) {
        return publicUrl.replaceFirst("/+$", "") + path;
    }
}
