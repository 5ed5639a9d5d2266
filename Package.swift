// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Debian packages that this needs, and why each was chosen over the others:
// - libncurses-dev   the terminal; what the program is built on.
// - libmd4c-dev      Markdown: CommonMark with tables, task lists and maths spans, five times
//                    as fast as the next parser and frugal; its terms are in MarkdownParser.swift.
// - libyaml-dev      the tables of contents of books (mkdocs.yml, _toc.yml): the reference parser of
//                    YAML in C, small, and fuzzed for years.
// - libpcre2-dev     regular expressions that a reader types: Swift's own link a megabyte, know no
//                    limit and are slower; those of libc know neither Unicode nor limits.
// - libsqlite3-dev   progress: survives kill and power loss, two programs at once.
// - zlib1g-dev       unpacks Anki's packages: 0.1 MB at most, in use everywhere and fuzzed for years. Nothing
//                    else that is linked holds it, Swift's runtime neither.
// - libzstd-dev      unpacks the collections inside Anki's newer packages, which are packed by it alone; the
//                    format's own library, fuzzed for years; only its unpacking is taken in.
// - libvterm-dev     a terminal emulator for the tests and the benchmark only.
// No Foundation in the shipped program: it doubles the start-up time and the memory.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// libFuzzer's instruments, where FUZZ is set: it brings the main function of `fuzz` too.
let fuzzer = Context.environment["FUZZ"] == nil ? [] : ["-sanitize=fuzzer"]

/// What ships does without Swift's regular expressions: a megabyte that the import alone links.
/// In the release program each function is a section of its own: those that nothing calls go, and equal
/// ones become one. The metadata of generic types stand in it ready made, and are asked for directly, not by
/// their mangled names: both cost a hundredth of its size, and make the first frame a fifth earlier.
let shipped =
  settings
  + [
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"] + fuzzer),
    .unsafeFlags(
      [
        "-Xfrontend", "-function-sections", "-Xfrontend", "-prespecialize-generic-metadata",
        "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
      ], .when(platforms: [.linux], configuration: .release)),
  ]

/// Small before fast: what draws, asks and stores has no long loops of arithmetic.
let small = shipped + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// The release program takes these libraries in as archives, through the one-line linker scripts of
/// that folder (md4c has no archive), and Swift's own runtime: loading them costs as long as all else up to the
/// first frame. What the README's first command builds so is what is installed and packed.
/// Flags of Linux's linkers; elsewhere the program is linked as usual. Packed relocations stay out: they
/// spare 5 % of the file, none of the download and no time, and need glibc 2.36, which Ubuntu 22.04
/// has not.
let archives = [
  "-static-stdlib", "-use-ld=lld", "-L\(Context.packageDirectory)/Sources/CLibraries/Archives",
  "-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=all",
  "-Xlinker", "--no-eh-frame-hdr",
  "-Xlinker", "-T\(Context.packageDirectory)/Sources/CLibraries/Archives/smaller.ld",
]

/// What trains is optimised in debug builds too, whole modules at a time: without, it is 25 times
/// slower, and the tests could train nothing. What every test of a screen, a number or a question goes
/// through likewise: the tests take two thirds of the time.
/// Generic code is specialised within the module.
let optimisedInDebug: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-whole-module-optimization", "-num-threads", "1", "-disable-batch-mode"],
    .when(configuration: .debug))
]
let optimised = shipped + optimisedInDebug

/// Compiled for processors with AVX, and with AVX2 and FMA, where there are any: called only on those.
#if arch(x86_64)
  let wide = optimised + [.unsafeFlags(["-Xcc", "-mavx"])]
  let fused = optimised + [.unsafeFlags(["-Xcc", "-mavx2", "-Xcc", "-mfma"])]
#else
  let (wide, fused) = (optimised, optimised)
#endif

/// A library target of ours.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = shipped
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A test target beside it.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "attend",
  products: [
    .executable(name: "attend", targets: ["attend"]),
    // Preloaded by `faults`, so a file of its own.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  targets: [
    // What a person runs.
    .executableTarget(
      name: "attend",
      dependencies: [
        "Basics", "CSystem", "Content", "Formulas", "Inside", "JSONText", "Lab", "Libc", "Models",
        "Notes", "Numerics", "Pages", "Quiz", "Scheduling", "Screens", "Storage", "Terminal",
        "TextUI", "Widgets",
      ],
      swiftSettings: small,
      linkerSettings: [.unsafeFlags(archives, .when(platforms: [.linux], configuration: .release))]),

    // Pure: no file, no clock, no terminal.
    library(
      "Widgets",
      [
        "Basics", "Formulas", "Inside", "JSONText", "Lab", "Libc", "Models", "Notes", "Numerics",
        "Plots", "TextUI",
      ], settings: small + optimisedInDebug),
    library(
      "Screens",
      [
        "Basics", "Notes", "Numerics", "Pages", "Patterns", "Quiz", "Scheduling", "TextUI",
        "Widgets",
      ], settings: small),
    library(
      "Quiz",
      ["Basics", "Formulas", "Inside", "Notes", "Numerics", "Pages", "Scheduling", "TextUI"],
      settings: small + optimisedInDebug),
    library(
      "Pages", ["Highlighting", "Notes", "TextUI", "Typesetting"], settings: optimised),
    library("Plots", ["Libc", "TextUI"], settings: small),
    library("Typesetting", ["Basics", "TextUI"], settings: optimised),
    library("TextUI", settings: optimised),
    library("Highlighting", ["Basics"], settings: optimised),
    library("Lab", ["Basics", "Libc", "Models", "Numerics"], settings: optimised),
    library(
      "Inside", ["Basics", "CInside", "JSONText", "Libc", "Models", "Numerics"], settings: optimised
    ),
    library(
      "Models", ["Basics", "CProcessor", "FusedProduct", "Libc", "Numerics", "WideProduct"],
      settings: optimised),
    library("WideProduct", settings: wide),
    library("FusedProduct", settings: fused),
    library("Formulas", ["Basics", "Libc", "Notes", "Numerics"], settings: optimised),
    library("Notes", ["Basics", "CMarkdown", "CYAML", "JSONText", "Libc"], settings: optimised),
    library("Numerics", ["Basics", "Libc"], settings: optimised),
    library("Scheduling", ["Basics", "Libc"], settings: optimised),
    library("Patterns", ["CPCRE"], settings: optimised),
    library("JSONText"),
    library("Basics"),
    library("Libc"),

    // The outside world.
    library("Terminal", ["Basics", "CNcurses", "CSystem", "Libc", "TextUI"], settings: small),
    library(
      "Storage",
      [
        "Basics", "CSQLite", "CSystem", "CZlib", "CZstd", "JSONText", "Libc", "Notes", "Scheduling",
      ],
      settings: small),

    .executableTarget(
      name: "bench",
      dependencies: [
        "Basics", "CSystem", "Content", "Lab", "Libc", "Models", "Notes", "Numerics", "Pages",
        "Quiz", "Scheduling", "Storage", "TerminalTesting",
      ],
      path: "Sources/Tools/bench",
      exclude: ["llama_tokens.py", "torch_steps.py", "torch_tokens.py"],
      swiftSettings: settings),

    // Trains the model inside the program, and writes the file that is built in.
    .executableTarget(
      name: "train", dependencies: ["Basics", "Inside", "Libc", "Models", "Numerics"],
      path: "Sources/Tools/train", swiftSettings: settings),

    // What breaks under kills, power losses and full disks, counted.
    .executableTarget(
      name: "faults", dependencies: ["CSystem", "Libc", "TerminalTesting", "TestSupport"],
      path: "Sources/Tools/faults", swiftSettings: settings),

    // What takes too long for the tests: how time grows with input, an hour of random keys.
    .executableTarget(
      name: "prove",
      dependencies: [
        "CSystem", "Formulas", "FuzzTargets", "JSONText", "Lab", "Libc", "Models", "Notes",
        "Numerics", "Quiz", "Scheduling", "Screens", "Storage", "TerminalTesting", "TestSupport",
        "TextUI", "Typesetting", "Widgets",
      ],
      path: "Sources/Tools/prove", swiftSettings: settings),
    .target(name: "FaultShim", path: "Sources/Tools/FaultShim"),

    // Screens as pictures for the documentation.
    .executableTarget(
      name: "shot",
      dependencies: [
        "Content", "Libc", "Notes", "Quiz", "Scheduling", "Screens", "TextUI", "Widgets",
      ],
      path: "Sources/Tools/shot", swiftSettings: settings),

    // The course: Markdown at the top level, one file a chapter, built into the program.
    // Its target reaches over the whole package, so that its plugin sees each file that comes to
    // `Content/` or goes; what is not its own is excluded below.
    .target(
      name: "Content", path: ".", sources: ["Sources/Content"], swiftSettings: shipped,
      plugins: ["EmbedContentPlugin"]),
    .executableTarget(
      name: "EmbedContent", dependencies: ["Libc"], path: "Sources/Tools/EmbedContent",
      swiftSettings: settings),
    .plugin(
      name: "EmbedContentPlugin", capability: .buildTool(), dependencies: ["EmbedContent"],
      path: "Sources/Tools/EmbedContentPlugin"),

    // What reads bytes from outside, run on any bytes: by a seeded mutator, and by libFuzzer.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Basics", "Formulas", "Inside", "JSONText", "Models", "Notes", "Numerics", "Pages",
        "Patterns", "Quiz", "Scheduling", "Screens", "Storage", "TestSupport", "TextUI",
        "Typesetting", "Widgets",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: settings),
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets", "Libc"], path: "Sources/Tools/fuzz",
      exclude: [fuzzer.isEmpty ? "LibFuzzer.swift" : "Fuzz.swift"],
      swiftSettings: settings + [.unsafeFlags(fuzzer)],
      linkerSettings: [
        .unsafeFlags(fuzzer + (fuzzer.isEmpty ? [] : ["-use-ld=lld"]), .when(platforms: [.linux]))
      ]),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/Fuzz/Tests",
      swiftSettings: settings),

    // Tests: one folder a target, what they share, and a terminal to run the built program in.
    .target(
      name: "TestSupport", dependencies: ["Basics", "Libc", "TextUI"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .systemLibrary(name: "CVTerm", path: "Sources/CLibraries/CVTerm"),
    .target(
      name: "TerminalTesting", dependencies: ["CSystem", "CVTerm", "Libc", "TestSupport"],
      path: "Tests/TestTerminal", swiftSettings: settings),
    tests("EndToEndTests", ["CSystem", "JSONText", "Libc", "TerminalTesting", "attend"]),
    tests(
      "AttendTests",
      [
        "Inside", "JSONText", "Lab", "Libc", "Notes", "Quiz", "Scheduling", "Screens", "Widgets",
        "attend",
      ]),
    tests("ArchitectureTests", ["Basics"]),
    tests("DocumentationTests", ["Screens", "TextUI", "attend", "shot"]),
    tests("NotesTests", ["Notes"]),
    tests("TextUITests", ["TextUI"]),
    tests("TypesettingTests", ["TextUI", "Typesetting"]),
    tests("PlotsTests", ["Plots", "TextUI"]),
    tests("HighlightingTests", ["Highlighting"]),
    tests("InsideTests", ["Basics", "Inside", "JSONText", "Libc", "Models", "Numerics"]),
    tests("LabTests", ["Lab", "Models", "Numerics"]),
    tests("ModelsTests", ["Basics", "JSONText", "Libc", "Models", "Numerics"]),
    tests(
      "ScreensTests",
      [
        "Basics", "Content", "Formulas", "Inside", "JSONText", "Notes", "Numerics", "Pages", "Quiz",
        "Scheduling",
        "Screens", "TextUI", "Widgets",
      ]),
    tests(
      "WidgetsTests",
      [
        "Basics", "Formulas", "Inside", "JSONText", "Lab", "Libc", "Models", "Notes", "Numerics",
        "Plots", "TextUI", "Widgets",
      ]),
    tests("PagesTests", ["JSONText", "Notes", "Pages", "TextUI"]),
    tests("BasicsTests", ["Basics"]),
    tests("PatternsTests", ["JSONText", "Patterns"]),
    tests("FormulasTests", ["Formulas", "JSONText", "Notes", "Numerics"]),
    tests("NumericsTests", ["Formulas", "JSONText", "Numerics"]),
    tests("SchedulingTests", ["JSONText", "Libc", "Scheduling"]),
    tests(
      "QuizTests",
      ["Basics", "Content", "Formulas", "Notes", "Numerics", "Quiz", "Scheduling", "TextUI"]),
    tests("JSONTextTests", ["JSONText"]),
    tests(
      "StorageTests", ["Basics", "CSQLite", "JSONText", "Libc", "Notes", "Scheduling", "Storage"]),

    // C, each library behind one target.
    .systemLibrary(name: "CNcurses", path: "Sources/CLibraries/CNcurses"),
    .systemLibrary(name: "CMarkdown", path: "Sources/CLibraries/CMarkdown"),
    .systemLibrary(name: "CYAML", path: "Sources/CLibraries/CYAML"),
    .systemLibrary(name: "CProcessor", path: "Sources/CLibraries/CProcessor"),
    .systemLibrary(name: "CPCRE", path: "Sources/CLibraries/CPCRE"),
    .systemLibrary(name: "CSQLite", path: "Sources/CLibraries/CSQLite"),
    .systemLibrary(name: "CZlib", path: "Sources/CLibraries/CZlib"),
    .systemLibrary(name: "CZstd", path: "Sources/CLibraries/CZstd"),
    .target(
      name: "CInside", path: "Sources/CLibraries/CInside",
      exclude: ["inside.model", "gate.md", "log.tsv"],
      cSettings: [.unsafeFlags(["-std=gnu23"])]),
    .target(name: "CSystem", path: "Sources/CLibraries/CSystem"),
  ],
  swiftLanguageModes: [.v6]
)

/// The folder of a target, at most two levels down: `Sources/Tools` for each of the tools.
func folder(of target: Target) -> String {
  (target.path ?? "Sources/\(target.name)").split(separator: "/").prefix(2).joined(separator: "/")
}

for content in package.targets where content.name == "Content" {
  content.exclude =
    ["README.md", "Tests", "Sources/Documentation", "Sources/Licenses"]
    + Set(package.targets.filter { $0 !== content && !$0.isTest }.map(folder))
    .filter { $0.hasPrefix("Sources/") }.sorted()
}
