package org.huboutcomes.publish;

import java.util.Locale;

/// The readers of published figures, which determine what is suppressed.
public enum Profile {
    /// The network and its hubs: counts are not rounded.
    RESTRICTED,
    /// The public: all counts are rounded, and suppressed if they could still be worked out.
    PUBLIC;

    /// Its name in the catalogue and in files.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The catalogue's name for details that a hub may read about itself but not about others in this profile.
    String ofItself() {
        return this == RESTRICTED ? "own" : code();
    }

    public static Profile of(String code) {
        for (Profile profile : values()) if (profile.code().equals(code)) return profile;
        throw new IllegalArgumentException("\"" + code + "\" is not a profile; the profiles are restricted and public");
    }
}
