package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Journal;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.util.List;

/** The audit journal, newest first. */
@Named("journal")
@RequestScoped
public class JournalPage {
    private static final int PAGE_SIZE = 50;
    private static final String ACTION = "staff.action.";

    @Inject
    Journal journal;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private Page<Journal.Entry> rows;

    /** An action of the journal: how it is kept, and the key of its text. */
    public record Action(String code, String key) {}

    /** The actions there are, by their texts. */
    public List<Action> getActions() {
        return texts.keys(ACTION).stream()
                .map(key -> new Action(key.substring(ACTION.length()), key))
                .toList();
    }

    /** The text of an action; a page that was refused is kept by its address and shown so. */
    public String label(String action) {
        return texts.containsKey(ACTION + action) ? texts.get(ACTION + action) : PersianText.isolated(action);
    }

    /** One fact before or after a change. */
    public record Fact(String name, String value) {}

    @PostConstruct
    void load() {
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        try {
            rows = journal.search(
                    new Journal.Query(
                            given("actor"),
                            given("action"),
                            given("subject"),
                            Parameters.day(request, "from"),
                            Parameters.day(request, "to")),
                    page);
        } catch (Problem problem) {
            FormProblems.show(List.of(problem));
            rows = new Page<>(List.of(), 0, page);
        }
    }

    /** What was typed into a field of the search. */
    public String given(String name) {
        return Parameters.text(request, name);
    }

    /** The facts in a JSON object of texts. */
    public List<Fact> facts(String json) {
        if (json == null || json.isBlank()) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return object.keySet().stream()
                    .map(name -> new Fact(
                            name, object.getString(name, object.get(name).toString())))
                    .toList();
        }
    }

    public Page<Journal.Entry> getRows() {
        return rows;
    }
}
