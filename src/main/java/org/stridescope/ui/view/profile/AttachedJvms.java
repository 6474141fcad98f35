package org.stridescope.ui.view.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.stridescope.probe.flight.FlightError;
import org.stridescope.probe.flight.FlightFile;
import org.stridescope.probe.flight.RunningJvm;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.profile.AttachModel;

/** Java programs of this machine, recorded by their own flight recorder. */
final class AttachedJvms implements AttachModel.Source {
    @Override
    public List<RunningJvm> all() {
        return RunningJvm.all();
    }

    @Override
    public Recording record(RunningJvm jvm, Duration time) {
        try {
            Path flight = Files.createTempFile("stridescope", ".jfr");
            try {
                RunningJvm.record(jvm.pid(), time, flight);
                boolean _ = Thread.interrupted(); // it was stopped, and is to be opened all the same
                return FlightFile.open(flight, "process " + jvm.pid());
            } finally {
                Files.deleteIfExists(flight);
            }
        } catch (IOException error) {
            throw new FlightError("process " + jvm.pid() + " cannot be recorded: " + error.getMessage(), error);
        }
    }
}
