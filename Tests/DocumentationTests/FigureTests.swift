import TestSupport
import Testing

/// Figures in the text are those of the tables that tools have made.
@Suite struct FigureTests {
  /// Shares that the page on the model inside names, of those in its gate.
  @Test func sharesOfTheModelAreThoseOfItsGate() throws {
    let gate = try Files.text(of: "\(Files.package)/Sources/CLibraries/CInside/gate.md")
    let page = try Files.text(of: "\(Files.package)/Sources/Documentation/model.md")
    let section = page.split(separator: "\n").drop { $0 != "## What it can do, and what not" }
      .dropFirst().prefix { !$0.hasPrefix("## ") }
    let shares = section.flatMap { $0.split { !$0.isNumber && $0 != "." } }
      .filter { $0.dropFirst().dropLast().contains(".") }
    #expect(shares.count >= 8)
    for share in shares { #expect(gate.contains("| \(share) |"), "\(share) is not in gate.md") }
  }
}
