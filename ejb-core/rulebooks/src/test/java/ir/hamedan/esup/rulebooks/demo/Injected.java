package ir.hamedan.esup.rulebooks.demo;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Map;

/** A bean of any module with its injected fields set, as the container would. */
public final class Injected {
    private Injected() {}

    public static <T> T bean(Class<T> facade, String bean, Map<String, Object> fields) {
        try {
            Class<?> type = Class.forName(bean);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object instance = constructor.newInstance();
            for (Map.Entry<String, Object> entry : fields.entrySet()) {
                Field field = type.getDeclaredField(entry.getKey());
                field.setAccessible(true);
                field.set(instance, entry.getValue());
            }
            return facade.cast(instance);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
