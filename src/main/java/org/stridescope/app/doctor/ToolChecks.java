package org.stridescope.app.doctor;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.kernel.remarks.Disassembler;

/** Compilers, and Python with the packages that the variants of its world need. */
final class ToolChecks {
    private static final String PYTHON_MEND = "apt-get install python3 python3-numpy python3-scipy python3-dask python3-h5py";
    private static final List<String> PACKAGES = List.of("numpy", "scipy", "dask", "distributed", "h5py");
    private static final String VERSIONS = """
            import sys
            from importlib import metadata
            for name in sys.argv[1:]:
                try:
                    print(name, metadata.version(name))
                except metadata.PackageNotFoundError:
                    print(name)
            """;

    private ToolChecks() {}

    static List<Finding> compilers() {
        return List.of(compiler("cc", "apt-get install gcc libc6-dev", "gcc", "cc", "clang"),
                compiler("fortran", "apt-get install gfortran", "gfortran"),
                compiler("cmake", "apt-get install cmake make", "cmake"),
                new Finding("compilers", "objdump", "shows the instructions of hot loops", Disassembler.objdump()),
                new Finding("compilers", "hsdis", "shows the instructions that Java makes", Disassembler.hsdis()));
    }

    private static Finding compiler(String name, String mend, String... programs) {
        for (String program : programs) {
            var said = Shell.ask(program, "--version");
            if (said.isPresent())
                return Finding.found("compilers", name, said.get().lines().findFirst().orElse(program));
        }
        return Finding.missing("compilers", name, String.join(", ", programs) + ": not found on the PATH", mend);
    }

    static List<Finding> python() {
        for (String program : List.of("python3", "python")) {
            List<String> call = new ArrayList<>(List.of(program, "-c", VERSIONS));
            call.addAll(PACKAGES);
            var said = Shell.ask(call.toArray(String[]::new));
            if (said.isPresent())
                return packages(program, said.get());
        }
        return List.of(Finding.missing("python", "python3", "python3 is not found on the PATH", PYTHON_MEND));
    }

    private static List<Finding> packages(String program, String said) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.found("python", "python3", Shell.ask(program, "-c",
                "import sys; print(sys.version.split()[0], sys.executable)").orElse(program)));
        said.lines().map(line -> line.split(" ", 2)).forEach(words -> findings.add(words.length == 2
                ? Finding.found("python", words[0], words[1])
                : Finding.missing("python", words[0], "Python has no package " + words[0],
                        "apt-get install python3-" + words[0])));
        return findings;
    }
}
