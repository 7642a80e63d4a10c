package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.signing.api.Signer;
import ir.hamedan.esup.signing.internal.TreeGrowth.Place;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Seals the register every few minutes: what came since then is put to the tree, and its new head is signed. One node
 * does it at a time; when nothing came, nothing is signed.
 */
@Singleton
@Startup
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
    private static final int MOST_AT_ONCE = 5_000;

    /**
     * Rows become visible in another order than they were recorded. Each run looks back by far more than any
     * transaction lasts.
     */
    private static final String UNSEALED = """
            with since as (
                select coalesce(max(recorded_at), '-infinity') - interval '1 day' as from_when
                  from signing.tree_head)
            select * from (
                select r.recorded_at, r.signature_number, r.number, null::bigint as status_id, r.issued_at as at,
                       r.pdf_digest, r.document, null as statement, null::bytea as signature
                  from signing.register r, since
                 where r.recorded_at >= since.from_when
                   and not exists (select 1 from signing.node n where n.number = r.number)
                union all
                select t.recorded_at, t.signature_number, t.number, t.id, t.at,
                       null, null, t.statement, j.signature
                  from signing.status t join signing.journal j on j.signature_number = t.signature_number, since
                 where t.recorded_at >= since.from_when
                   and not exists (select 1 from signing.node n where n.status_id = t.id)) unsealed
             order by signature_number
             limit\s""" + MOST_AT_ONCE;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Resource
    SessionContext context;

    @Inject
    Clock clock;

    @Inject
    SigningKeys keys;

    /** One leaf to be: what of the register it seals. */
    private record Leaf(String entry, Optional<String> number, Optional<Long> statusId) {}

    @Schedule(hour = "*", minute = "*/3", persistent = false)
    @Lock(LockType.WRITE)
    public void sealRegularly() {
        try {
            seal();
        } catch (RuntimeException e) {
            // The next run tries again; certificates are issued meanwhile. No leaf without its head.
            context.setRollbackOnly();
            LOG.log(Level.WARNING, "The register could not be sealed", e);
        }
    }

    /** Seals what came since the last time, and tells how many leaves it put to the tree. */
    int seal() {
        Sql sql = new Sql(source);
        boolean alone = sql.one(
                "select pg_try_advisory_xact_lock(hashtextextended('signing.seal', 0)) as alone",
                row -> row.bool("alone"));
        if (!alone) {
            return 0;
        }
        List<Leaf> leaves = sql.list(UNSEALED, Sealer::leaf);
        if (leaves.isEmpty()) {
            return 0;
        }
        long size = sql.one("select coalesce(max(size), 0) as size from signing.tree_head", row -> row.number("size"));
        TreeGrowth tree = new TreeGrowth(size, new SealedRegister(source).hashes(TreeGrowth.peaks(size)));
        grow(sql, tree, leaves);
        sign(sql, tree);
        return leaves.size();
    }

    private static void grow(Sql sql, TreeGrowth tree, List<Leaf> leaves) {
        List<Object[]> rows = new ArrayList<>();
        for (Leaf leaf : leaves) {
            byte[] hash = MerkleTree.leaf(leaf.entry().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<Place, byte[]> node : tree.add(hash).entrySet()) {
                Place place = node.getKey();
                boolean bottom = place.level() == 0;
                rows.add(new Object[] {
                    place.level(),
                    place.position(),
                    node.getValue(),
                    bottom ? leaf.entry() : null,
                    bottom ? leaf.number().orElse(null) : null,
                    bottom ? leaf.statusId().orElse(null) : null
                });
            }
        }
        sql.runAll(
                "insert into signing.node (level, position, hash, entry, number, status_id) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void sign(Sql sql, TreeGrowth tree) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Register register = new Register(source);
        long signatureNumber = register.nextSignatureNumber();
        byte[] root = tree.root();
        String statement = CanonicalJson.text(Json.createObjectBuilder()
                .add("version", 1)
                .add("size", tree.size())
                .add("rootHash", Digests.base64(root))
                .add("at", now.toString())
                .add("signatureNumber", signatureNumber)
                .build());
        keys.use(Signer.office(), now, key -> {
            byte[] signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
            register.recordHead(tree.size(), root, now, statement, signatureNumber, signature, key);
            return true;
        });
    }

    private static Leaf leaf(Sql.Row row) throws SQLException {
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("number", row.text("number"))
                .add("signatureNumber", row.number("signature_number"))
                .add("at", row.instant("at").toString());
        if (row.isNull("status_id")) {
            entry.add("pdf", Digests.base64(row.bytes("pdf_digest")));
            entry.add("document", digest(row.text("document")));
            return new Leaf(CanonicalJson.text(entry.build()), Optional.of(row.text("number")), Optional.empty());
        }
        entry.add("statement", digest(row.text("statement")));
        entry.add("signature", Digests.base64(Digests.sha256(row.bytes("signature"))));
        return new Leaf(CanonicalJson.text(entry.build()), Optional.empty(), Optional.of(row.number("status_id")));
    }

    private static String digest(String text) {
        return Digests.base64(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
