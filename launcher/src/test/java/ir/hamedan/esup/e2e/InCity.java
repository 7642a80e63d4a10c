package ir.hamedan.esup.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the {@link RunningCity} and the {@link Browser}: started by the first class that asks, stopped after the last
 * one.
 */
public final class InCity implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return type(parameter) == RunningCity.class || type(parameter) == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(InCity.class))
                .getOrComputeIfAbsent(
                        type(parameter), type -> type == Browser.class ? new Browser() : RunningCity.open());
    }

    private static Class<?> type(ParameterContext parameter) {
        return parameter.getParameter().getType();
    }
}
