package ir.hamedan.esup.launcher;

/**
 * The domain.xml of Payara Server, as its asadmin makes it, turned into ours by text: commands would need a running
 * server, which has opened all its ports by then. A text that is not there is an error, so that another release of
 * Payara cannot leave a port open unnoticed.
 */
final class DomainFile {
    private String text;

    private DomainFile(String text) {
        this.text = text;
    }

    /**
     * @param template as {@code create-domain} makes it, with the ports 8080 and 4848
     * @param adminPort on the loopback address
     */
    static String of(String template, LauncherSettings settings, int adminPort) {
        DomainFile file = new DomainFile(template);
        file.replace(
                "<network-listener port=\"8080\" protocol=\"http-listener-1\"",
                "<network-listener address=\"" + settings.host() + "\" port=\"" + settings.port()
                        + "\" protocol=\"http-listener-1\"");
        file.replace(
                "<network-listener port=\"4848\" protocol=\"admin-listener\"",
                "<network-listener address=\"127.0.0.1\" port=\"" + adminPort + "\" protocol=\"admin-listener\"");
        file.replace(
                "protocol=\"http-listener-2\" transport=\"tcp\"",
                "protocol=\"http-listener-2\" enabled=\"false\" transport=\"tcp\"");
        for (String listener : new String[] {"orb-listener-1\"", "SSL\"", "SSL_MUTUALAUTH\""}) {
            file.replace("id=\"" + listener, "enabled=\"false\" id=\"" + listener);
        }
        file.replace("<jmx-connector auth-realm-name", "<jmx-connector enabled=\"false\" auth-realm-name");
        // Remote: the server starts no broker of its own, which would listen on every address.
        file.replace(
                "<hazelcast-config-specific-configuration>",
                "<jms-service type=\"REMOTE\" default-jms-host=\"none\"><jms-host name=\"none\" host=\"127.0.0.1\""
                        + " port=\"7676\"/></jms-service><hazelcast-config-specific-configuration enabled=\"false\">");
        // Telnet into the OSGi framework.
        file.replace("org.apache.felix.shell.remote,", "");
        // As much as Payara Micro would have in this JVM.
        file.replace("-Xmx512m", "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m");
        file.replace(
                "<jvm-options>-Djava.awt.headless=true</jvm-options>",
                "<jvm-options>-Djava.awt.headless=true</jvm-options><jvm-options>-Duser.language=en</jvm-options>"
                        + "<jvm-options>-Duser.country=US</jvm-options><jvm-options>-Desup.data="
                        + xml(settings.data().toString()) + "</jvm-options><jvm-options>-D"
                        + BootCommands.JSON_PROPERTY + "=" + BootCommands.JSON_PROVIDER + "</jvm-options>");
        return file.text;
    }

    /** The first place: the configuration of the server itself comes before the template for further ones. */
    private void replace(String old, String fresh) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalStateException("domain.xml of this Payara Server has no " + old);
        }
        text = text.substring(0, at) + fresh + text.substring(at + old.length());
    }

    private static String xml(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
