package ir.hamedan.esup.demoprovider;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The protocol: what is answered to the merchant's server, and what the payer does at the page. */
final class Provider {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CARD = "603799******0012";
    private static final long LEAST = 1_000;
    private static final int MOST_UNVERIFIED = 100;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tehran"));
    /** How long a payer may stay at the page. */
    private static final Duration AT_THE_PAGE = Duration.ofMinutes(15);
    /** How long paid money waits to be verified before it goes back. */
    private static final Duration UNVERIFIED = Duration.ofMinutes(60);

    /**
     * What is sent back.
     *
     * @param delay to wait before it, for testers
     */
    record Reply(int status, JsonObject body, Duration delay) {
        static Reply data(JsonObjectBuilder data) {
            JsonObject body = Json.createObjectBuilder()
                    .add("data", data)
                    .add("errors", Json.createArrayBuilder())
                    .build();
            return new Reply(200, body, Duration.ZERO);
        }

        static Reply error(int status, int code, String message) {
            JsonObject body = Json.createObjectBuilder()
                    .add("data", Json.createArrayBuilder())
                    .add(
                            "errors",
                            Json.createObjectBuilder()
                                    .add("code", code)
                                    .add("message", message)
                                    .add("validations", Json.createArrayBuilder()))
                    .build();
            return new Reply(status, body, Duration.ZERO);
        }
    }

    private final SessionFile sessions;
    private final Clock clock;

    Provider(SessionFile sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Answers one call; {@code method} is the last part of the address, such as {@code verify.json}. */
    synchronized Reply answer(String method, JsonObject call) {
        return switch (method) {
            case "request.json" -> request(call);
            case "verify.json" -> verify(call);
            case "inquiry.json" -> inquiry(call);
            case "unVerified.json" -> unverified(call);
            case "reverse.json" -> reverse(call);
            default -> Reply.error(404, -1, "No such method.");
        };
    }

    private Reply request(JsonObject call) {
        String merchant = text(call, "merchant_id");
        String callback = text(call, "callback_url");
        long amount = amount(call);
        if (merchant.length() != 36 || amount < LEAST || !isWeb(callback)) {
            return Reply.error(422, -9, "The input params are invalid.");
        }
        Session session = new Session(
                "A" + digits(35),
                merchant,
                amount,
                shortened(text(call, "description")),
                callback,
                Session.State.IN_BANK,
                clock.instant(),
                0,
                Session.Mode.NORMAL,
                0);
        sessions.put(session);
        return Reply.data(success()
                .add("authority", session.token())
                .add("fee_type", "Merchant")
                .add("fee", 0));
    }

    private Reply verify(JsonObject call) {
        Optional<Session> found = find(text(call, "authority"));
        if (found.isEmpty()) {
            return Reply.error(401, -54, "Invalid authority.");
        }
        Session session = found.get();
        if (!session.merchant().equals(text(call, "merchant_id"))) {
            return Reply.error(401, -53, "Session is not this merchant_id session.");
        }
        if (session.left() > 0) {
            sessions.put(session.misbehaved());
            if (session.mode() == Session.Mode.ERROR) {
                return new Reply(503, JsonValue.EMPTY_JSON_OBJECT, Duration.ZERO);
            }
        }
        Reply reply = verified(session, amount(call));
        boolean slow = session.left() > 0 && session.mode() == Session.Mode.SLOW;
        return slow ? new Reply(reply.status(), reply.body(), Duration.ofSeconds(12)) : reply;
    }

    private Reply verified(Session session, long amount) {
        boolean first = session.state() == Session.State.PAID;
        if (!first && session.state() != Session.State.VERIFIED) {
            return Reply.error(401, -51, "Session is not valid, session is not active paid try.");
        }
        if (session.amount() != amount) {
            return Reply.error(401, -50, "Session is not valid, amounts values is not the same.");
        }
        if (first) {
            Session now = find(session.token()).orElse(session);
            sessions.put(now.to(Session.State.VERIFIED, clock.instant()));
        }
        return Reply.data(Json.createObjectBuilder()
                .add("code", first ? 100 : 101)
                .add("message", first ? "Paid" : "Verified")
                .add("card_hash", "0")
                .add("card_pan", CARD)
                .add("ref_id", session.trace())
                .add("fee_type", "Merchant")
                .add("fee", 0));
    }

    private Reply inquiry(JsonObject call) {
        return ofMerchant(call)
                .map(session ->
                        Reply.data(success().add("status", session.state().name())))
                .orElseGet(() -> Reply.error(401, -54, "Invalid authority."));
    }

    private Reply unverified(JsonObject call) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        List<Session> paid = sessions.all().stream()
                .map(this::aged)
                .filter(session -> session.state() == Session.State.PAID)
                .filter(session -> session.merchant().equals(text(call, "merchant_id")))
                .toList();
        paid.stream()
                .skip(Math.max(0, paid.size() - MOST_UNVERIFIED))
                .forEach(session -> list.add(Json.createObjectBuilder()
                        .add("authority", session.token())
                        .add("amount", session.amount())
                        .add("callback_url", session.callback())
                        .add("referer", "/")
                        .add("date", DATE.format(session.since()))));
        return Reply.data(success().add("authorities", list));
    }

    private Reply reverse(JsonObject call) {
        Optional<Session> session = ofMerchant(call);
        if (session.isEmpty()) {
            return Reply.error(401, -54, "Invalid authority.");
        }
        return switch (session.get().state()) {
            case PAID, VERIFIED -> {
                sessions.put(session.get().to(Session.State.REVERSED, clock.instant()));
                yield Reply.data(success().add("message", "Reversed"));
            }
            case IN_BANK, FAILED, REVERSED -> Reply.error(401, -61, "Session is not in success status.");
        };
    }

    /** A payment the payer may look at; one that waited too long has ended. */
    synchronized Optional<Session> find(String token) {
        return sessions.find(token).map(this::aged);
    }

    /** The payer pays; nothing happens when the payment has ended meanwhile. */
    synchronized Optional<Session> pay(String token, Session.Mode mode) {
        return find(token).map(session -> {
            if (session.state() == Session.State.IN_BANK) {
                sessions.put(session.paid(Long.parseLong("1" + digits(11)), mode, clock.instant()));
            }
            return sessions.find(token).orElse(session);
        });
    }

    /** The payer gives up, or the time is over. */
    synchronized Optional<Session> fail(String token) {
        return find(token).map(session -> {
            if (session.state() == Session.State.IN_BANK) {
                sessions.put(session.to(Session.State.FAILED, clock.instant()));
            }
            return sessions.find(token).orElse(session);
        });
    }

    /** Where the payer returns to. */
    static URI way(Session session) {
        boolean paid = session.state() == Session.State.PAID || session.state() == Session.State.VERIFIED;
        String sign = session.callback().contains("?") ? "&" : "?";
        return URI.create(
                session.callback() + sign + "Authority=" + session.token() + "&Status=" + (paid ? "OK" : "NOK"));
    }

    private Session aged(Session session) {
        Instant now = clock.instant();
        if (session.state() == Session.State.IN_BANK
                && session.since().plus(AT_THE_PAGE).isBefore(now)) {
            return session.to(Session.State.FAILED, now);
        }
        if (session.state() == Session.State.PAID
                && session.since().plus(UNVERIFIED).isBefore(now)) {
            return session.to(Session.State.REVERSED, now);
        }
        return session;
    }

    private Optional<Session> ofMerchant(JsonObject call) {
        return find(text(call, "authority"))
                .filter(session -> session.merchant().equals(text(call, "merchant_id")));
    }

    private static JsonObjectBuilder success() {
        return Json.createObjectBuilder().add("code", 100).add("message", "Success");
    }

    private static String text(JsonObject call, String name) {
        return call.get(name) instanceof JsonString text ? text.getString() : "";
    }

    private static long amount(JsonObject call) {
        JsonValue value = call.get("amount");
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        return value instanceof JsonString text && text.getString().matches("[0-9]{1,15}")
                ? Long.parseLong(text.getString())
                : 0;
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.toString();
    }
}
