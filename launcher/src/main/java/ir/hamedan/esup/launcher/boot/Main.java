package ir.hamedan.esup.launcher.boot;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The only class of esup.jar. Payara Micro is on the class path of the JVM; the launcher and the libraries it shares with
 * the application live in a class loader of their own, or the container would find them there before those of the EAR.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        // Of a machine that is set to Persian: libraries would write Persian digits into what only machines read.
        Locale.setDefault(Locale.ENGLISH);
        Path home = home();
        URLClassLoader loader = new URLClassLoader("launcher", jars(home.resolve("lib")), Main.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        System.setProperty("esup.home", home.toString());
        try {
            Class.forName("ir.hamedan.esup.launcher.Launcher", true, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Path home() throws URISyntaxException {
        Path jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return jar.toAbsolutePath().getParent();
    }

    private static URL[] jars(Path folder) throws IOException {
        File[] files = folder.toFile().listFiles((directory, name) -> name.endsWith(".jar"));
        if (files == null) {
            throw new IOException("the folder " + folder + " is missing beside esup.jar");
        }
        List<URL> urls = new ArrayList<>();
        for (File file : files) {
            urls.add(file.toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
