package ir.hamedan.esup.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the {@link RunningCity}: started by the first class that asks, stopped after the last one. */
public final class InCity implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningCity.class;
    }

    @Override
    public RunningCity resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(InCity.class))
                .getOrComputeIfAbsent(RunningCity.class, key -> RunningCity.open(), RunningCity.class);
    }
}
