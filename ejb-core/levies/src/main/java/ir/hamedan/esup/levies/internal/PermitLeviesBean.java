package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.levies.api.PermitQuestion;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** The estimate by the tables; open to everybody, since the tariff is public and nothing of a person goes into it. */
@Stateless
@PermitAll
public class PermitLeviesBean implements PermitLevies {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    public Estimate of(PermitQuestion question) {
        TariffTable table = new TariffTable(source);
        Optional<PermitTariff> tariff = table.tariff(question);
        return tariff.isEmpty()
                ? PermitTariff.withoutBook(question)
                : tariff.get().estimate(question, table.price(question));
    }

    @Override
    public Page<Listed> books(LocalDate on, Page.Request page) {
        return new TariffTable(source).books(on, page);
    }

    @Override
    public Cited cited(int year, int version) {
        return new TariffTable(source).cited(year, version).orElseThrow(() -> Problem.notFound("levies.unknown-book"));
    }

    @Override
    public Page<Hit> search(int year, int version, String text, Page.Request page) {
        BookSearch search = new BookSearch(text);
        return Page.part(search.in(cited(year, version)), page);
    }
}
