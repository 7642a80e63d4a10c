package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Gate;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Nothing of a closed resource is read before the caller has a token and has not asked too often; what the caller may do is decided by the modules. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class LoginFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Inject
    Callers callers;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(Gate.FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        boolean open = resource.getResourceClass() == null
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
        if (!open) {
            Principal caller = request.getSecurityContext().getUserPrincipal();
            if (caller == null) {
                throw Problem.unauthenticated("people.not-logged-in");
            }
            callers.countClient(caller.getName());
        }
    }
}
