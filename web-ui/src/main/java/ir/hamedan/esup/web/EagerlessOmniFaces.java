package ir.hamedan.esup.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Leaves out the one eager bean of OmniFaces ({@code #{now}} and {@code #{startup}}, which we do not use). OmniFaces
 * starts eager beans while the EAR is deployed, when there is no invocation context, and the deployment ends with
 * "Lookup failed for java:comp/BeanManager". The bean is known by its name: each portal has its own copy of the class,
 * and which portal's copy of this extension the server takes is not defined.
 */
public class EagerlessOmniFaces implements Extension {
    private static final String EAGER_BEAN = "org.omnifaces.cdi.config.DateProducer";

    void leaveOut(@Observes ProcessAnnotatedType<?> found) {
        if (found.getAnnotatedType().getJavaClass().getName().equals(EAGER_BEAN)) {
            found.veto();
        }
    }
}
