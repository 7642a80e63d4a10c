package ir.hamedan.esup.demoprovider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One payment, as the provider knows it.
 *
 * @param amount in rial
 * @param since when it came into this state
 * @param trace the reference number of the money, 0 before it is paid
 * @param mode how the provider misbehaves in this payment
 * @param left how many answers it will still misbehave in
 */
record Session(
        String token,
        String merchant,
        long amount,
        String description,
        String callback,
        State state,
        Instant since,
        long trace,
        Mode mode,
        int left) {
    /** What became of a payment, by the words of the protocol. */
    enum State {
        IN_BANK,
        PAID,
        VERIFIED,
        FAILED,
        REVERSED
    }

    /** What a tester may ask of the provider. */
    enum Mode {
        NORMAL("پرداخت عادی"),
        NO_RETURN("پرداخت انجام شود، ولی پرداخت‌کننده به سایت بازنگردد"),
        SLOW("پاسخ تأیید دو بار دیر برسد"),
        ERROR("پاسخ تأیید سه بار خطای ۵۰۳ باشد"),
        OTHER_AMOUNT("مبلغ در درگاه با مبلغ قبض یکی نباشد"),
        REVERSED("پول پس از پرداخت به کارت بازگردد");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Session to(State next, Instant now) {
        return new Session(token, merchant, amount, description, callback, next, now, trace, mode, left);
    }

    Session paid(long withTrace, Mode withMode, Instant now) {
        int misbehaves = withMode == Mode.SLOW ? 2 : withMode == Mode.ERROR ? 3 : 0;
        long withAmount = withMode == Mode.OTHER_AMOUNT ? amount - 1_000 : amount;
        State next = withMode == Mode.REVERSED ? State.REVERSED : State.PAID;
        return new Session(
                token, merchant, withAmount, description, callback, next, now, withTrace, withMode, misbehaves);
    }

    Session misbehaved() {
        return new Session(token, merchant, amount, description, callback, state, since, trace, mode, left - 1);
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("token", token)
                .add("merchant", merchant)
                .add("amount", amount)
                .add("description", description)
                .add("callback", callback)
                .add("state", state.name())
                .add("since", since.toString())
                .add("trace", trace)
                .add("mode", mode.name())
                .add("left", left)
                .build();
    }

    static Session of(JsonObject json) {
        return new Session(
                json.getString("token"),
                json.getString("merchant"),
                json.getJsonNumber("amount").longValue(),
                json.getString("description"),
                json.getString("callback"),
                State.valueOf(json.getString("state")),
                Instant.parse(json.getString("since")),
                json.getJsonNumber("trace").longValue(),
                Mode.valueOf(json.getString("mode")),
                json.getInt("left"));
    }
}
