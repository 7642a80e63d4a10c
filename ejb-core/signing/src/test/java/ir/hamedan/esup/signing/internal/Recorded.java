package ir.hamedan.esup.signing.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.sql.DataSource;

/** A data source that writes down every statement that is prepared. */
final class Recorded {
    private Recorded() {}

    static DataSource statements(DataSource source, List<String> asked) {
        return (DataSource) listening(source, DataSource.class, asked);
    }

    private static Object listening(Object listenedTo, Class<?> type, List<String> asked) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                asked.add((String) arguments[0]);
            }
            try {
                Object result = method.invoke(listenedTo, arguments);
                return method.getName().equals("getConnection")
                        ? listening(result, java.sql.Connection.class, asked)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
