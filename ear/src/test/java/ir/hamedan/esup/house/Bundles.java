package ir.hamedan.esup.house;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** An Apache Felix with bundles: whether each could be resolved in a container such as that of Payara Server. */
final class Bundles implements AutoCloseable {
    private final Framework framework;

    /** @param storage an empty directory, the framework's own */
    Bundles(Path storage) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        "felix.log.level",
                        "0"));
        framework.init();
        framework.start();
    }

    /** Installs an archive; one without OSGi headers is given some, as an operator would give them. */
    Bundle install(Path archive) throws BundleException {
        try (InputStream content = isBundle(archive) ? Files.newInputStream(archive) : wrapped(archive)) {
            return framework.getBundleContext().installBundle(archive.toUri().toString(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs a bundle of nothing that wants a package. */
    Bundle wanting(String packages) throws BundleException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "wants." + packages);
        main.putValue(Constants.IMPORT_PACKAGE, packages);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new JarOutputStream(bytes, manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return framework
                .getBundleContext()
                .installBundle("wanting:" + packages, new ByteArrayInputStream(bytes.toByteArray()));
    }

    boolean resolves(Bundle bundle) {
        return framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
    }

    /** What keeps it from being resolved, in the words of Felix. */
    static String why(Bundle bundle) {
        try {
            bundle.start();
            return bundle.getSymbolicName() + " was resolved";
        } catch (BundleException e) {
            return e.getMessage();
        }
    }

    static boolean isBundle(Path archive) {
        try (JarFile jar = new JarFile(archive.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream wrapped(Path archive) throws IOException {
        String name = archive.getFileName().toString().replaceFirst("\\.jar$", "");
        try (Analyzer analyzer = new Analyzer()) {
            Properties headers = new Properties();
            headers.setProperty(Constants.BUNDLE_SYMBOLICNAME, name);
            headers.setProperty(Constants.EXPORT_PACKAGE, "*");
            headers.setProperty(Constants.IMPORT_PACKAGE, "*;resolution:=optional");
            analyzer.setProperties(headers);
            analyzer.setJar(archive.toFile());
            Jar jar = analyzer.getJar();
            jar.setManifest(analyzer.calcManifest());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            jar.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("bnd cannot wrap " + archive, e);
        }
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
