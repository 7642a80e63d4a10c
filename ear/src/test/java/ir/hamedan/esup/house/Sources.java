package ir.hamedan.esup.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The files of the repository as a person reads them: without what is built, kept by git, or not text. */
final class Sources {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules", ".idea", ".settings");
    private static final Set<String> NOT_TEXT =
            Set.of("ttf", "woff2", "png", "jpg", "pdf", "p12", "zip", "gz", "geojson", "xlsx");

    /** A file, its path below the repository with slashes. */
    record Source(String path, String text) {
        boolean isJava() {
            return path.endsWith(".java");
        }

        /** Part of the product: not a test, not the support of tests. */
        boolean isProduct() {
            return path.contains("/src/main/") && !path.startsWith("ejb-core/testing/");
        }

        boolean isPage() {
            return path.endsWith(".xhtml") && isProduct() && path.startsWith("web-");
        }

        List<String> lines() {
            return text.lines().toList();
        }

        /** The text without its comments, with its string literals. */
        String code() {
            return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        }
    }

    private Sources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        try {
            Files.walkFileTree(Modules.REPOSITORY, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    // In a worktree .git is a file.
                    if (!name.equals(".git") && !NOT_TEXT.contains(name.replaceFirst(".*\\.", ""))) {
                        sources.add(new Source(
                                Modules.REPOSITORY.relativize(file).toString().replace('\\', '/'),
                                Files.readString(file, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sources.sort(Comparator.comparing(Source::path));
        return List.copyOf(sources);
    }
}
