package ir.hamedan.esup.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import ir.hamedan.esup.house.Sources.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What a Java source declares, as the compiler parses it.
 *
 * @param undocumented its public top-level types that have no documentation
 * @param constants of its enums, by the enum's name
 */
record JavaFile(List<Method> methods, List<String> undocumented, Map<String, Set<String>> constants) {
    /** @param isTest whether it is a test that JUnit or jqwik runs */
    record Method(String name, long lines, boolean isTest) {}

    private static final Map<Source, JavaFile> PARSED = new ConcurrentHashMap<>();

    static JavaFile of(Source source) {
        return PARSED.computeIfAbsent(source, JavaFile::parse);
    }

    private static JavaFile parse(Source source) {
        JavaFileObject object = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
        var compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, null, List.of("-proc:none", "-processorpath", "", "-classpath", ""), null, List.of(object));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            Reader reader = new Reader(unit, DocTrees.instance(task));
            reader.scan(unit, null);
            return new JavaFile(List.copyOf(reader.methods), List.copyOf(reader.undocumented), reader.constants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        final List<Method> methods = new ArrayList<>();
        final List<String> undocumented = new ArrayList<>();
        final Map<String, Set<String>> constants = new TreeMap<>();
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final SourcePositions positions;
        private final LineMap lines;

        Reader(CompilationUnitTree unit, DocTrees trees) {
            this.unit = unit;
            this.trees = trees;
            this.positions = trees.getSourcePositions();
            this.lines = unit.getLineMap();
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean topLevel = getCurrentPath().getParentPath().getLeaf().equals(unit);
            if (topLevel
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && trees.getDocComment(getCurrentPath()) == null) {
                undocumented.add(type.getSimpleName().toString());
            }
            if (type.getKind() == Tree.Kind.ENUM) {
                String name = type.getSimpleName().toString();
                constants.put(
                        name,
                        type.getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(VariableTree.class::cast)
                                .filter(v -> v.getType() != null
                                        && v.getType().toString().equals(name))
                                .filter(v -> v.getInitializer() instanceof NewClassTree)
                                .map(v -> v.getName().toString())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && positions.getEndPosition(unit, method.getBody()) > 0) {
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                boolean isTest = method.getModifiers().getAnnotations().stream()
                        .map(annotation -> annotation.getAnnotationType().toString())
                        .anyMatch(List.of("Test", "ParameterizedTest", "Property", "Example", "TestFactory")::contains);
                methods.add(new Method(method.getName().toString(), last - first + 1, isTest));
            }
            return super.visitMethod(method, null);
        }
    }
}
