package org.huboutcomes.receipts;

import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// The maximum size of a workbook that is returned with marks. For a larger one, only the findings are returned, as
/// a workbook.
///
/// @param bytes the size of the unpacked workbook; in memory it takes about thirty times as much
/// @param findings the number of findings, each of which becomes a comment on a cell
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
