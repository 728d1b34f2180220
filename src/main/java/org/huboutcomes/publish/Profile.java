package org.huboutcomes.publish;

import java.util.Locale;

/// For whom figures are published, and so what is hidden in them.
public enum Profile {
    /// The network and its hubs: school counts as they are.
    RESTRICTED,
    /// Everybody: 1 or 2 schools are hidden as well, and whatever they could be worked out from.
    PUBLIC;

    /// Its name in the catalogue and in files.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Profile of(String code) {
        for (Profile profile : values()) if (profile.code().equals(code)) return profile;
        throw new IllegalArgumentException("\"" + code + "\" is no profile; the profiles are restricted and public");
    }
}
