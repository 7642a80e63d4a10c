package ir.hamedan.esup.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.omnifaces.cdi.config.DateProducer;

/**
 * Leaves out the one eager bean of OmniFaces ({@code #{now}} and {@code #{startup}}, which we do not use). OmniFaces
 * starts eager beans with the bean manager of the first module of the EAR; when that is an EJB module it does not see
 * OmniFaces in the WARs, and the deployment ends with "Lookup failed for java:comp/BeanManager".
 */
public class EagerlessOmniFaces implements Extension {
    void leaveOut(@Observes ProcessAnnotatedType<DateProducer> found) {
        found.veto();
    }
}
