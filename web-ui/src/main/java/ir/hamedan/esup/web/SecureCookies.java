package ir.hamedan.esup.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where people come by https their session cookie never travels without it, also when a proxy ends the TLS. */
public class SecureCookies implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (isWanted()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }

    static boolean isWanted() {
        return ConfigProvider.getConfig()
                .getOptionalValue("esup.public-url", String.class)
                .orElse("")
                .startsWith("https:");
    }
}
