package ir.hamedan.esup.restapi;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Puts right what the server derives from the code: it says "no property allowed" of annotated bodies ({@code
 * maxProperties: 0}), takes points in time for objects, forgets of what the lists are, takes the answers of a whole resource for its first
 * operation alone, leaves the patterns of path parameters in the addresses, and does not know which fields may be null. Called once by the server, named in {@code mp.openapi.filter}.
 */
public class OpenApiDocument implements OASFilter {
    static final String PROBLEM = "Problem";
    private static final String NO_RULE = "NoRule";
    private static final List<Class<?>> RESOURCES = List.of(
            TokenResource.class,
            InquiriesResource.class,
            CertificatesResource.class,
            MapResource.class,
            LeviesResource.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    @Override
    public Schema filterSchema(Schema schema) {
        if (Integer.valueOf(0).equals(schema.getMaxProperties())) {
            schema.setMaxProperties(null);
            schema.setMinProperties(null);
            schema.setMinLength(null);
            schema.setUniqueItems(null);
            schema.setExclusiveMaximum(null);
            schema.setExclusiveMinimum(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List<Class<?>> bodies = Stream.of(Bodies.class, RuleBodies.class, LevyBodies.class)
                .flatMap(all -> Stream.of(all.getDeclaredClasses()))
                .toList();
        for (Class<?> body : bodies) {
            Schema schema = named(body).map(schemas::get).orElse(null);
            if (schema != null && schema.getProperties() != null) {
                for (RecordComponent component : body.getRecordComponents()) {
                    correct(
                            schemas,
                            schema,
                            component,
                            body.getEnclosingClass() != RuleBodies.class && writesNulls(body));
                }
            }
        }
        RESOURCES.forEach(resource -> answerAs(resource, document.getPaths()));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(OpenApiDocument::refuseWithProblems);
        document.getComponents().addSchema(NO_RULE, noRule(schemas));
        referToRules(document.getPaths());
        document.setPaths(withoutPatterns(document.getPaths()));
        withoutEndpoints(document);
    }

    /** As the package says, unless the body says otherwise. */
    private static boolean writesNulls(Class<?> body) {
        JsonbNillable own = body.getAnnotation(JsonbNillable.class);
        return own == null || own.value();
    }

    /** The server adds a field {@code endpoints} of its own, which no validator of OpenAPI lets pass and no interface takes away. */
    private static void withoutEndpoints(OpenAPI document) {
        try {
            document.getClass().getMethod("setEndpoints", Map.class).invoke(document, Map.of());
        } catch (NoSuchMethodException e) {
            // Another server, or a later one: there is nothing to take away.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a resource says of all its operations: the server takes it for the first one alone. */
    static void answerAs(Class<?> resource, Paths paths) {
        String root = "/" + resource.getAnnotation(Path.class).value().replaceFirst("^/", "");
        List<APIResponse> common = List.of(resource.getAnnotationsByType(APIResponse.class));
        paths.getPathItems().entrySet().stream()
                .filter(path -> path.getKey().matches("(?:/api)?" + Pattern.quote(root) + "(?:/.*)?"))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .forEach(operation -> common.forEach(answer -> addTo(operation.getResponses(), answer)));
    }

    private static void addTo(APIResponses responses, APIResponse answer) {
        if (!responses.hasAPIResponse(answer.responseCode())) {
            responses.addAPIResponse(
                    answer.responseCode(), OASFactory.createAPIResponse().description(answer.description()));
        }
    }

    /** Who asked too often, or at a bad moment, is told when to come back. */
    private static void sayWhen(org.eclipse.microprofile.openapi.models.responses.APIResponse response) {
        response.addHeader(
                "Retry-After",
                OASFactory.createHeader()
                        .description("Seconds to wait before the next try")
                        .schema(OASFactory.createSchema().type(Schema.SchemaType.INTEGER)));
    }

    /** Every refusal is a {@link Bodies.Problem}, unless the operation says otherwise. */
    private static void refuseWithProblems(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            Content content = response.getContent();
            if (status.equals("429") || status.equals("503")) {
                sayWhen(response);
            }
            if (status.compareTo("400") >= 0
                    && (content == null || content.getMediaTypes().isEmpty())) {
                content = OASFactory.createContent().addMediaType(PROBLEM_JSON, OASFactory.createMediaType());
                response.setContent(content);
            }
            if (content != null && content.hasMediaType(PROBLEM_JSON)) {
                content.getMediaType(PROBLEM_JSON)
                        .setSchema(OASFactory.createSchema().ref(PROBLEM));
            }
        });
    }

    /** The answers with rules are described in one place, and so are the problems that carry one. */
    private static void referToRules(Paths paths) {
        paths.getPathItems().forEach((path, item) -> {
            if (path.endsWith("/rules") && item.getGET() != null) {
                APIResponses responses = item.getGET().getResponses();
                refer(responses, "200", "application/json", "Rules");
                refer(responses, "422", PROBLEM_JSON, NO_RULE);
            }
        });
    }

    private static void refer(APIResponses responses, String status, String type, String schema) {
        responses
                .getAPIResponse(status)
                .getContent()
                .getMediaType(type)
                .setSchema(OASFactory.createSchema().ref(schema));
    }

    /** A problem with the whole answer: the members of both, in one flat object as they are sent. */
    static Schema noRule(Map<String, Schema> schemas) {
        Schema both = OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .description(
                        "A problem; where the book has no rule, with the whole answer as further members. Its hash is of"
                                + " the document without it, type, title, status, detail and code");
        for (String part : List.of(PROBLEM, "Rules")) {
            schemas.get(part).getProperties().forEach(both::addProperty);
        }
        return both;
    }

    private static Optional<String> named(Class<?> body) {
        return Optional.ofNullable(body.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class))
                .map(org.eclipse.microprofile.openapi.annotations.media.Schema::name);
    }

    private static void correct(
            Map<String, Schema> schemas, Schema schema, RecordComponent component, boolean nillable) {
        Schema property = schema.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        if (component.getType() == Instant.class) {
            property.type(Schema.SchemaType.STRING).format("date-time");
        } else if (component.getType() == LocalDate.class) {
            property.type(Schema.SchemaType.STRING).format("date");
        } else if (component.getType() == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> row) {
            property.items(named(row)
                    .map(name -> OASFactory.createSchema().ref(name))
                    .orElseGet(() -> OASFactory.createSchema().type(Schema.SchemaType.STRING)));
        }
        List<String> required = schema.getRequired();
        boolean always = required != null && required.contains(component.getName());
        boolean mayBeNull = !component.getType().isPrimitive() && component.getType() != List.class;
        if (nillable && mayBeNull && !always) {
            // Beside a reference nothing counts in OpenAPI 3.0: what it leads to says so itself.
            Optional.ofNullable(property.getRef())
                    .map(reference -> schemas.get(reference.replaceFirst("^.*/", "")))
                    .orElse(property)
                    .setNullable(true);
        }
    }

    private static Paths withoutPatterns(Paths paths) {
        Paths plain = OASFactory.createPaths();
        for (Map.Entry<String, PathItem> path : paths.getPathItems().entrySet()) {
            plain.addPathItem(path.getKey().replaceAll("\\{(\\w+)\\s*:.*}", "{$1}"), path.getValue());
        }
        return plain;
    }
}
