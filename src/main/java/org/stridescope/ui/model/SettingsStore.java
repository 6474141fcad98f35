package org.stridescope.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps small things between sessions: theme, window size, the last problem. */
public interface SettingsStore {
    Optional<String> get(String key);

    void put(String key, String value);

    /** Forgets everything at the end of the program. */
    static SettingsStore inMemory() {
        Map<String, String> values = new HashMap<>();
        return new SettingsStore() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
