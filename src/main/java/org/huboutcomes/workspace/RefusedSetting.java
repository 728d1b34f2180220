package org.huboutcomes.workspace;

import org.jspecify.annotations.Nullable;

/// Thrown by the settings records when they refuse a value. [SettingsReader] adds where the value is set and what is
/// accepted.
final class RefusedSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String component;
    private final String subkey;
    private final @Nullable String description;

    /// @param component the record component with the value
    RefusedSetting(String component) {
        this(component, "", null);
    }

    /// @param subkey the key within the component if it is a map; otherwise empty
    /// @param description replaces the value in the message; null to print the value as it is set
    RefusedSetting(String component, String subkey, @Nullable String description) {
        super(component);
        this.component = component;
        this.subkey = subkey;
        this.description = description;
    }

    String component() {
        return component;
    }

    String subkey() {
        return subkey;
    }

    @Nullable
    String description() {
        return description;
    }
}
