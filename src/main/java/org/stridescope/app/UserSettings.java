package org.stridescope.app;

import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

import org.stridescope.ui.model.SettingsStore;

/** What the window remembers, in the user's preferences; where those cannot be kept it forgets, and says nothing of it. */
final class UserSettings implements SettingsStore {
    private final Preferences node = Preferences.userRoot().node("org/stridescope");

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(node.get(key, null));
    }

    @Override
    public void put(String key, String value) {
        if (value.length() <= Preferences.MAX_VALUE_LENGTH)
            node.put(key, value);
    }

    void save() {
        try {
            node.flush();
        } catch (BackingStoreException _) {
            // a home that cannot be written to must not keep the window from closing
        }
    }
}
