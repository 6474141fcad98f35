package org.stridescope.app;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
public final class Version implements IVersionProvider {
    /** The version, or {@code development} where the classes do not come from a jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[]{"Stridescope " + text()};
    }
}
