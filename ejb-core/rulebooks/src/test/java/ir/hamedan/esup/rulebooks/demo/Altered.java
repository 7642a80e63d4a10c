package ir.hamedan.esup.rulebooks.demo;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record with one of its components altered. */
public final class Altered {
    private Altered() {}

    public static <R extends Record> R with(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                boolean here = components[i].getName().equals(component);
                found |= here;
                values[i] = here ? value : components[i].getAccessor().invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException(record.getClass() + " has no " + component);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            R altered = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return altered;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
