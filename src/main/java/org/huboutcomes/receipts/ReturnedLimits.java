package org.huboutcomes.receipts;

import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// Up to what size a workbook goes back marked; of a larger one its findings go back as a workbook of their own.
///
/// @param bytes of a workbook, unpacked: held in memory it takes some thirty times as much
/// @param findings each of which is a remark on a cell
public record ReturnedLimits(long bytes, int findings) {

    public ReturnedLimits {
        if (bytes < 0 || findings < 0)
            throw new CatalogueFault("jobs/limits.yaml sets a limit below 0; set it to 0 or more.");
    }

    public static ReturnedLimits of(YamlKeys keys) {
        return new ReturnedLimits(
                keys.number("returned_bytes_max"), Math.toIntExact(keys.number("returned_findings_max")));
    }
}
