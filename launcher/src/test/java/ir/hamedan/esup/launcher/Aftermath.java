package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be true of the database whenever and however the product ended. */
final class Aftermath {
    private final Product product;

    Aftermath(Product product) {
        this.product = product;
    }

    /** @param answered the answers that came, by the key of their errand */
    void nothingIsHalfThere(Map<String, JsonObject> answered) {
        none("inquiries without their checks", """
                inquiries.inquiry i where not exists (select from inquiries.evaluation e
                    where e.inquiry = i.id and jsonb_array_length(e.checks) > 0)""");
        none("answers without a row in the register", """
                inquiries.inquiry i where state = 'ISSUED' and not exists (select from signing.register r
                    where r.number = i.certificate_number)""");
        none("certificates nobody asked for", """
                signing.register r where not exists (select from inquiries.inquiry i
                    where i.certificate_number = r.number)""");
        none("postings without a transfer", """
                ledger.posting p where not exists (select from ledger.transfer t where t.posting = p.id)""");
        none("files whose balance is not what is open", """
                (select t.file, sum(case when d.kind = 'RECEIVABLE' then t.amount else 0 end)
                        - sum(case when c.kind = 'RECEIVABLE' then t.amount else 0 end) as balance
                    from ledger.transfer t join ledger.account d on d.id = t.debit join ledger.account c on c.id = t.credit
                    group by t.file) as b
                full join (select file, sum(principal - settled) as open from ledger.demand group by file) as o
                    on o.file = b.file
                where coalesce(b.balance, 0) <> coalesce(o.open, 0)""");
        assertEquals(
                answered.size(),
                number("select count(*) as n from inquiries.inquiry where id = any (?)", ids(answered)),
                "answers that were given are lost");
    }

    private static List<String> ids(Map<String, JsonObject> answered) {
        return answered.values().stream()
                .map(inquiry -> inquiry.get("id").getAsString())
                .toList();
    }

    /** What was paid is found by the sweeper and released. */
    void awaitIssued(Map<String, JsonObject> answered) {
        Product.await(
                "all inquiries to be issued",
                () -> number(
                                "select count(*) as n from inquiries.inquiry where state <> 'ISSUED' and id = any (?)",
                                ids(answered))
                        == 0);
    }

    /** Every rial the provider took is booked once, and nothing else is. */
    void theBooksAgreeWithTheProvider() {
        Product.await(
                "the sweeper to find all payments",
                () -> number(
                                "select count(*) as n from ledger.payment where state <> 'BOOKED' and token = any (?)",
                                taken())
                        == 0);
        long taken = sessions().values().stream()
                .filter(Aftermath::isTaken)
                .mapToLong(session -> session.get("amount").getAsLong())
                .sum();
        assertTrue(taken > 0);
        assertEquals(taken, number("select sum(amount) as n from ledger.payment where state = 'BOOKED'"));
        assertEquals(taken, number("""
                select sum(t.amount) as n from ledger.transfer t
                join ledger.account a on a.id = t.debit and a.kind = 'PROVIDER'
                where exists (select from ledger.posting p where p.id = t.posting
                    and p.posted_at >= (select min(started_at) from ledger.payment))"""), "what the provider owes us");
        none("bills paid without money, or money without its bill", """
                ledger.bill b where (b.state = 'PAID')
                    <> exists (select from ledger.payment p where p.bill = b.number and p.state = 'BOOKED')
                    and b.issued_at >= (select min(filed_at) from inquiries.inquiry)""");
    }

    /** Whether the provider has no money for the bill: what it has is found by the sweeper, not paid again. */
    boolean unpaid(JsonObject bill) {
        return number(
                        """
                select count(*) as n from ledger.payment p join ledger.bill b on b.number = p.bill
                where b.bill_id = ? and b.payment_id = ? and p.token = any (?)""",
                        bill.get("billId").getAsString(),
                        bill.get("paymentId").getAsString(),
                        taken())
                == 0;
    }

    private long number(String sql, Object... arguments) {
        return product.sql().one(sql, row -> row.number("n"), arguments);
    }

    private void none(String what, String from) {
        assertEquals(0, number("select count(*) as n from " + from), what);
    }

    private static boolean isTaken(JsonObject session) {
        return List.of("PAID", "VERIFIED").contains(session.get("state").getAsString());
    }

    private List<String> taken() {
        return sessions().entrySet().stream()
                .filter(session -> isTaken(session.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The provider's view: the last line of each payment in its file. */
    private Map<String, JsonObject> sessions() {
        Map<String, JsonObject> sessions = new HashMap<>();
        Path file = product.data().resolve("demo-provider/payments.jsonl");
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                if (line.endsWith("}")) {
                    JsonObject session = JsonParser.parseString(line).getAsJsonObject();
                    sessions.put(session.get("token").getAsString(), session);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sessions;
    }
}
