package ir.hamedan.esup.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Money as a bigint of rials. */
@Converter(autoApply = true)
public class RialConverter implements AttributeConverter<Rial, Long> {
    @Override
    public Long convertToDatabaseColumn(Rial rial) {
        return rial == null ? null : rial.amount();
    }

    @Override
    public Rial convertToEntityAttribute(Long column) {
        return column == null ? null : new Rial(column);
    }
}
