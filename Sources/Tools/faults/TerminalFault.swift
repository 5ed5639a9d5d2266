import TerminalTesting

/// Every kind of terminal, with every locale and size, with the mouse and without.
enum TerminalFault {
  static func run(_ options: Options) throws -> [Finding] {
    var finding = Finding("terminals: type × locale × size × mouse")
    for terminal in TerminalCase.all {
      do {
        finding.count(
          broken: try terminal.problem(Workbench(program: options.program)), terminal.description)
      } catch {
        finding.count(broken: "\(error)", terminal.description)
      }
    }
    return [finding]
  }
}
