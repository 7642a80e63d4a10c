package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of the layers of the map, and the way to load another one. */
@Named("layers")
@RequestScoped
public class LayersPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    LayerOffice office;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private Optional<LayerKind> wanted;
    private Page<LayerVersion> rows;
    private Part file;
    private String kind;
    private String nameOfId;
    private String nameOfName;
    private String nameOfGrade;
    private String nameOfValue;
    private String nameOfPlanned;

    @PostConstruct
    void load() {
        wanted = kind(Parameters.text(request, "kind"));
        rows = office.versions(wanted, Parameters.page(request, PAGE_SIZE));
    }

    private static Optional<LayerKind> kind(String name) {
        return Arrays.stream(LayerKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    public String start() {
        if (kind(Parameters.typed(kind)).isEmpty()) {
            throw Problem.invalid("staff.layer.kind-missing").at("kind");
        }
        Map<String, String> parameters = new HashMap<>(Map.of(Jobs.LAYER, Parameters.typed(kind)));
        List<String> typed = Arrays.asList(nameOfId, nameOfName, nameOfGrade, nameOfValue, nameOfPlanned);
        for (int i = 0; i < typed.size(); i++) {
            if (!Parameters.typed(typed.get(i)).isEmpty()) {
                parameters.put(Jobs.NAMES.get(i), typed.get(i));
            }
        }
        JobRun run = Uploads.start(jobs, JobKind.IMPORT_LAYER, parameters, file, clock.instant());
        return "layer?faces-redirect=true&id=" + run.parameters().get(Jobs.VERSION);
    }

    static String tone(LayerVersion version) {
        return switch (version.state()) {
            case DRAFT -> version.blocking() > 0 ? "bad" : version.signedBy().isPresent() ? "info" : "care";
            case PUBLISHED -> "good";
            case WITHDRAWN -> "plain";
        };
    }

    public String toneOf(LayerVersion version) {
        return tone(version);
    }

    /** Whether it still waits to be read or checked. */
    public boolean isUnread(LayerVersion version) {
        return version.state() == LayerState.DRAFT
                && (!version.complete() || version.checkedAt().isEmpty());
    }

    public List<LayerKind> getKinds() {
        return List.of(LayerKind.values());
    }

    /** The kind the list is of; empty for all. */
    public String getWanted() {
        return wanted.map(Enum::name).orElse("");
    }

    public Page<LayerVersion> getRows() {
        return rows;
    }

    public long getLargestUpload() {
        return Uploads.megabytes(JobKind.IMPORT_LAYER);
    }

    public int getLargestFile() {
        return JobKind.IMPORT_LAYER.megabytes();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getNameOfId() {
        return nameOfId;
    }

    public void setNameOfId(String name) {
        this.nameOfId = name;
    }

    public String getNameOfName() {
        return nameOfName;
    }

    public void setNameOfName(String name) {
        this.nameOfName = name;
    }

    public String getNameOfGrade() {
        return nameOfGrade;
    }

    public void setNameOfGrade(String name) {
        this.nameOfGrade = name;
    }

    public String getNameOfValue() {
        return nameOfValue;
    }

    public void setNameOfValue(String name) {
        this.nameOfValue = name;
    }

    public String getNameOfPlanned() {
        return nameOfPlanned;
    }

    public void setNameOfPlanned(String name) {
        this.nameOfPlanned = name;
    }
}
