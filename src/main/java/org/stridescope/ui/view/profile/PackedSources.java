package org.stridescope.ui.view.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The sources that are packed with the program. */
final class PackedSources {
    private PackedSources() {}

    /** The text of a resource such as {@code sources/org/stridescope/kernel/LoopsKernel.java}. */
    static Optional<String> text(String resource) {
        try (InputStream in = PackedSources.class.getResourceAsStream("/" + resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
