/// A part of the program that takes bytes from outside, run on any bytes whatever.
///
/// The same targets run under a seeded mutator, in the tests, and under libFuzzer. A new target is
/// one file here and one line in `allTargets`, with a seed or more in `Seeds/<name>`.
package protocol FuzzTarget: Sendable {
  /// Its name, which is also that of its folder of seeds.
  static var name: String { get }
  /// Words of its language, for mutations that go deeper than single bytes.
  static var words: [String] { get }
  /// Runs it; throws where something that it promises does not hold. A trap is a failure too.
  static func run(_ bytes: [UInt8]) throws(Broken)
}

/// A promise that does not hold for some input.
package struct Broken: Error, Equatable, Sendable {
  /// What was expected, and what there was instead.
  package let message: String

  /// Unless `condition` holds, what does not.
  package static func unless(_ condition: Bool, _ message: @autoclosure () -> String)
    throws(Broken)
  {
    if !condition { throw Broken(message: message()) }
  }
}

/// All targets.
package let allTargets: [any FuzzTarget.Type] = [
  NotesTarget.self,
  BooksTarget.self,
  MathsTarget.self,
  QuestionsTarget.self,
  NumbersTarget.self,
  WidgetsTarget.self,
  JSONTarget.self,
  ProgressTarget.self,
  KeysTarget.self,
  ModelTarget.self,
  GGUFTarget.self,
  SafetensorsTarget.self,
  LlamaCTarget.self,
  TokenizerTarget.self,
  PatternsTarget.self,
  PackageTarget.self,
]
