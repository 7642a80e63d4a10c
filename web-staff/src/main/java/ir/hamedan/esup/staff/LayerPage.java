package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerSetting;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One version of a layer: how far it is, what is wrong with it, and its way to publication. */
@Named("layer")
@RequestScoped
public class LayerPage {
    private static final int PAGE_SIZE = 50;
    private static final Page.Request RUNS = new Page.Request(0, 50);
    private static final String FAULT = "fault.";
    private static final String PLACEHOLDER = "…";

    @Inject
    LayerOffice office;

    @Inject
    Jobs jobs;

    @Inject
    Me me;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private LayerVersion version;
    private Page<LayerFault> faults;
    private Optional<JobRun> run = Optional.empty();
    private String validFrom;
    private String reason;
    private String settingName;
    private String severity;
    private String settingValue;
    private String settingFrom;
    private String basis;

    @PostConstruct
    void load() {
        version = office.version(Parameters.whole(request, "id").orElse(0L));
        faults = office.faults(version.id(), page(request));
        if (isKeeper()) {
            run = jobs.search(version.hash(), RUNS).rows().stream()
                    .filter(one ->
                            Long.toString(version.id()).equals(one.parameters().get(Jobs.VERSION)))
                    .findFirst();
        }
        String today = PersianDate.of(clock.instant()).text();
        validFrom = version.validFrom().map(day -> PersianDate.of(day).text()).orElse(today);
        settingFrom = today;
    }

    /** The page that is asked for, or the one that has the fault the map leads to. */
    private static Page.Request page(HttpServletRequest request) {
        long fault = Parameters.whole(request, LayerMap.FAULT).orElse(0L);
        return fault == 0 || !Parameters.text(request, "page").isEmpty()
                ? Parameters.page(request, PAGE_SIZE)
                : new Page.Request((int) ((fault - 1) / PAGE_SIZE), PAGE_SIZE);
    }

    public LayerVersion getVersion() {
        return version;
    }

    public Page<LayerFault> getFaults() {
        return faults;
    }

    /** Faults beyond those that are named. */
    public long getUnnamed() {
        return version.blocking() + version.warnings() - faults.total();
    }

    /** The job that reads it, for those who may see jobs. */
    public Optional<JobRun> getRun() {
        return run;
    }

    public boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    /** The end of the key of the sentence that says how it stands. */
    public String getVerdict() {
        if (version.state() != LayerState.DRAFT) {
            return version.state().name();
        }
        if (!version.complete() || version.checkedAt().isEmpty()) {
            return run.filter(one -> !one.state().isStoppable()).isPresent() ? "INTERRUPTED" : "READING";
        }
        if (version.blocking() > 0) {
            return "BLOCKED";
        }
        return version.signedBy().isPresent() ? "SIGNED" : "READY";
    }

    public String getTone() {
        return switch (getVerdict()) {
            case "READING" -> "info";
            case "INTERRUPTED" -> "bad";
            default -> LayersPage.tone(version);
        };
    }

    private boolean isReady() {
        return isKeeper() && (getVerdict().equals("READY") || getVerdict().equals("SIGNED"));
    }

    public boolean isSignable() {
        return isReady();
    }

    /** Another person's signature is there, and mine makes it two. */
    public boolean isPublishable() {
        return isReady()
                && version.signedBy()
                        .filter(signer -> !signer.equals(me.getUsername()))
                        .isPresent();
    }

    /** Whether a check could find something else now, such as after a setting was changed. */
    public boolean isRecheckable() {
        return isKeeper() && version.state() == LayerState.DRAFT && version.complete();
    }

    public boolean isWithdrawable() {
        return isKeeper() && version.state() != LayerState.WITHDRAWN;
    }

    /** A fault as a sentence. */
    public String say(LayerFault fault) {
        return Said.fault(language.getMessages(), fault);
    }

    /** Latitude and longitude, as maps take them. */
    public String place(LayerFault fault) {
        return fault.place()
                .map(at -> String.format(Locale.ROOT, "%.6f, %.6f", at.latitude(), at.longitude()))
                .orElse("");
    }

    public String tone(LayerFault.Severity one) {
        return switch (one) {
            case BLOCK -> "bad";
            case WARN -> "care";
        };
    }

    /** The settings that concern this layer, its own and those of all layers. */
    public List<LayerSetting> getSettings() {
        return office.settings().stream()
                .filter(one ->
                        one.kind().equals(version.kind().name()) || one.kind().equals("*"))
                .toList();
    }

    public List<String> getSettingNames() {
        return Stream.concat(
                        Stream.of("sliver", "share", "near", "slack", "codes"),
                        Stream.of(FaultCode.values()).map(code -> FAULT + code.name()))
                .toList();
    }

    public String settingText(String name) {
        return name.startsWith(FAULT)
                ? Said.text(
                        language.getMessages(),
                        "parcels.fault-code." + name.substring(FAULT.length()),
                        List.of(PLACEHOLDER, PLACEHOLDER))
                : language.getMessages().text("staff.layer.setting." + name);
    }

    public String settingValueText(LayerSetting setting) {
        return setting.name().startsWith(FAULT)
                ? language.getMessages().label("parcels", LayerFault.Severity.valueOf(setting.value()))
                : setting.name().equals("codes")
                        ? setting.value()
                        : Said.value(language.getMessages(), setting.value());
    }

    public List<LayerFault.Severity> getSeverities() {
        return List.of(LayerFault.Severity.values());
    }

    public String sign() {
        office.sign(version.id(), Days.needed("validFrom", validFrom));
        return done("staff.news.layer-signed");
    }

    public String publish() {
        office.publish(version.id());
        return done("staff.news.layer-published");
    }

    public String withdraw() {
        office.withdraw(version.id(), Parameters.typed(reason));
        return done("staff.news.layer-withdrawn");
    }

    public String check() {
        office.check(version.id());
        return done("staff.news.layer-checked");
    }

    public String set() {
        String name = Parameters.typed(settingName);
        if (!getSettingNames().contains(name)) {
            throw Problem.invalid("staff.layer.setting-missing").at("settingName");
        }
        String value = name.startsWith(FAULT)
                ? Parameters.typed(severity)
                : name.equals("codes")
                        ? Parameters.typed(settingValue)
                        : PersianText.value(Parameters.typed(settingValue));
        office.set(new LayerSetting(
                version.kind().name(),
                name,
                Days.needed("settingValidFrom", settingFrom),
                value,
                Parameters.typed(basis)));
        return done("staff.news.layer-setting-set");
    }

    private String done(String key) {
        FormProblems.news(key);
        return "layer?faces-redirect=true&id=" + version.id();
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getSettingName() {
        return settingName;
    }

    public void setSettingName(String settingName) {
        this.settingName = settingName;
    }

    public String getSeverity() {
        return severity;
    }

    public void setSeverity(String severity) {
        this.severity = severity;
    }

    public String getSettingValue() {
        return settingValue;
    }

    public void setSettingValue(String settingValue) {
        this.settingValue = settingValue;
    }

    public String getSettingFrom() {
        return settingFrom;
    }

    public void setSettingFrom(String settingFrom) {
        this.settingFrom = settingFrom;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }
}
