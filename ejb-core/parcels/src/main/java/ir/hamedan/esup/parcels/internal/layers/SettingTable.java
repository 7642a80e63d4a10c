package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerSetting;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The table of the settings: nothing in it is changed, only followed. */
final class SettingTable {
    private static final String FAULT = "fault.";
    private static final int MOST = 2_000;
    private static final int LONGEST = 2_000;

    private final Sql sql;

    SettingTable(Sql sql) {
        this.sql = sql;
    }

    List<LayerSetting> all() {
        return sql.list(
                """
                select kind, name, valid_from, value, basis from parcels.layer_setting
                order by kind, name, valid_from desc, id desc limit ?""",
                row -> new LayerSetting(
                        row.text("kind"),
                        row.text("name"),
                        row.date("valid_from"),
                        row.text("value"),
                        row.text("basis")),
                MOST);
    }

    void add(LayerSetting setting, Instant at) {
        if (!setting.kind().equals("*") && !isOneOf(LayerKind.values(), setting.kind())) {
            throw Problem.invalid("parcels.wrong-layer-setting", setting.kind()).at("kind");
        }
        if (!isRight(setting)) {
            throw Problem.invalid("parcels.wrong-layer-setting", setting.name()).at("value");
        }
        String basis = PersianText.clean(setting.basis());
        if (basis.isEmpty() || basis.length() > LONGEST) {
            throw Problem.invalid("parcels.wrong-layer-setting", setting.name()).at("basis");
        }
        sql.run("""
                insert into parcels.layer_setting (kind, name, valid_from, value, basis, set_at)
                values (?, ?, ?, ?, ?, ?)""", setting.kind(), setting.name(), setting.validFrom(), setting.value(), basis, at);
    }

    private static boolean isRight(LayerSetting setting) {
        String name = setting.name();
        if (name.startsWith(FAULT)) {
            return isOneOf(FaultCode.values(), name.substring(FAULT.length()))
                    && isOneOf(LayerFault.Severity.values(), setting.value());
        }
        if (name.equals("codes")) {
            return setting.value().length() <= LONGEST && setting.value().matches("\\*|\\S+(?: \\S+)*");
        }
        if (name.equals("share")) {
            return setting.value().matches("[0-9]{1,3}");
        }
        return Set.of("sliver", "near", "slack").contains(name)
                && setting.value().matches("[0-9]{1,6}");
    }

    private static boolean isOneOf(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
    }
}
