package ir.hamedan.esup.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A renewal code as its canonical text. */
@Converter(autoApply = true)
public class RenewalCodeConverter implements AttributeConverter<RenewalCode, String> {
    @Override
    public String convertToDatabaseColumn(RenewalCode code) {
        return code == null ? null : code.text();
    }

    @Override
    public RenewalCode convertToEntityAttribute(String column) {
        return column == null ? null : RenewalCode.parse(column);
    }
}
