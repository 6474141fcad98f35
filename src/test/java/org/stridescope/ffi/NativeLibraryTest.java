package org.stridescope.ffi;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class NativeLibraryTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theReasonWrittenByTheBuildIsTold() throws IOException {
        Files.writeString(folder.resolve("distance-c.reason"), "no C compiler was found\nrun installers/setup.sh\n");
        assertThat(NativeLibrary.open("distance-c", List.of(folder)))
                .isEqualTo(
                        new NativeLibrary.Absent("distance-c", "no C compiler was found", "run installers/setup.sh"));
    }

    @Test
    void aFolderWithoutTheLibraryIsNamed() {
        var absent = (NativeLibrary.Absent) NativeLibrary.open("distance-c", List.of(folder));
        assertThat(absent.reason()).contains(System.mapLibraryName("stridescope_distance_c"), folder.toString());
    }

    @Test
    void aFileThatIsNoLibraryIsAReason() throws IOException {
        Files.writeString(folder.resolve(System.mapLibraryName("stridescope_distance_c")), "not machine code");
        var absent = (NativeLibrary.Absent) NativeLibrary.open("distance-c", List.of(folder));
        assertThat(absent.reason()).endsWith("can't be loaded here");
    }

    @Test
    void aFunctionThatIsNotThereIsNamed() {
        NativeLibrary library = NativeLibrary.open("distance-c");
        assumeTrue(library instanceof NativeLibrary.Loaded, "no C library was built here");
        assertThatThrownBy(() -> ((NativeLibrary.Loaded) library).function("no_such", FunctionDescriptor.ofVoid()))
                .isInstanceOf(NativeError.class).hasMessageEndingWith("has no function no_such");
    }
}
