package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;

/** The dated settings: what is in force, what was, and what will be. */
@Named("settings")
@RequestScoped
public class SettingsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private List<SettingKey> known;
    private String text;
    private Page<Settings.Dated> rows;
    private String key;
    private String value;
    private String validFrom;

    @PostConstruct
    void load() {
        known = settings.known();
        text = Parameters.text(request, "q");
        String wanted = PersianText.fold(text);
        List<Settings.Dated> found = settings.all().stream()
                .filter(row -> PersianText.fold(row.key() + " " + named(row.key()) + " " + row.setBy())
                        .contains(wanted))
                .toList();
        rows = Page.part(found, Parameters.page(request, PAGE_SIZE));
        validFrom = PersianDate.of(clock.instant()).text();
    }

    public String set() {
        settings.set(
                key == null ? "" : key.strip(),
                Days.needed("validFrom", validFrom),
                value == null ? "" : value.strip());
        FormProblems.news("staff.news.setting-set");
        return "settings?faces-redirect=true";
    }

    /** The settings there are, by key. */
    public List<SettingKey> getKnown() {
        return known;
    }

    /** Whether a module still reads the setting: rows of the past may have others. */
    public boolean isKnown(String name) {
        return known.stream().anyMatch(one -> one.key().equals(name));
    }

    private String named(String name) {
        return isKnown(name) ? texts.get(name) : "";
    }

    public String getText() {
        return text;
    }

    public Page<Settings.Dated> getRows() {
        return rows;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }
}
