import Formulas
import JSONText
import Notes
import Numerics
import Quiz
import Testing
import Widgets

/// A fence has one reading: a question is made of it where a widget opens, and of the same numbers.
@Suite struct FenceTests {
  private static let inputs = "Q = 2 0; 0 2\nK = 2 0; 0 2\nV = 1 2; 3 4\n"

  private static let opening = [
    "```attention\n\(inputs)```", "```attention\n\(inputs)mask = causal\nscale = none\n```",
    "```attention\n\(inputs)heads = 2\nstep = 7\n```", "```attention\n\(inputs)heads = 2.0\n```",
    "```attention\n\(inputs)words = the, cat\ntranspose = yes\ndO = 1 1; 0 0\n```",
    "```attention\n\(inputs)mask = causal bottom-right and alibi 0.5\n```",
    "```attention\n\(inputs)mask = window 1\n```", "```attention\n\(inputs)mask = padding 1 0\n```",
    "```attention\n\(inputs)mask = hide 0 1; 0 0\n```",
    "```attention\n\(inputs)mask = [[0, float('-inf')], [0., 0.]]\n```",
    "```attention\n\(inputs)scale = 0.25\n```", "```attention\nQ = １ ０\nK = 1 0\nV = 5\n```",
    "```attention\nQ = np.array([[1, 0]])\nK = [[1, 0], [0, 1]]\nV = tensor([[1.], [3.]])\n```",
    "```dot-product\nu = 1 2 3\nv = 4 5 6\n```", "```dot-product\nu = [1/2, ½]\nv = -1, 40%\n```",
    "```\nQ = [[1, 0, 1]]\nK = [[1, 0, 0], [0, 1, 0]]\nV = [[1, 2], [3, 4]]\n```",
    "```py\nu = [1, 2]\nv = [3, 4]\nu @ v\n```",
  ]

  private static let refused = [
    "```attention\n\(inputs)head = 2\n```", "```attention\n\(inputs)heads = 3\n```",
    "```attention\n\(inputs)heads = 0\n```", "```attention\n\(inputs)heads = -1\n```",
    "```attention\n\(inputs)step = 15\n```", "```attention\n\(inputs)step = x\n```",
    "```attention\n\(inputs)words = a, b, c\n```",
    "```attention\n\(inputs)words = a name that is far too long\n```",
    "```attention\n\(inputs)transpose = maybe\n```", "```attention\n\(inputs)dO = 1\n```",
    "```attention\n\(inputs)dO = x\n```", "```attention\n\(inputs)mask = padding 0.5 1\n```",
    "```attention\n\(inputs)mask = 1 0\n```", "```attention\n\(inputs)mask = windw 2\n```",
    "```attention\n\(inputs)mask = causal bottom-right and alibi top-left\n```",
    "```attention\n\(inputs)scale = big\n```", "```attention\n\(inputs)Q = 1\n```",
    "```attention\nQ = 1 0\nK = 1 0 0\nV = 1\n```", "```attention\nQ = 1 0\nK = 1 0\n```",
    "```attention\nQ = 1 0\nK = 1 0\nV = 1; 2\n```", "```attention\nQ = 1 inf\nK = 1 0\nV = 1\n```",
    "```attention\nQ = \(list(129))\nK = \(list(129))\nV = 1\n```", "```attention\nQ 1\n```",
    "```Attention\n\(inputs)```", "```dot-product\nu = 1 2\nv = 1 2 3\n```",
    "```dot-product\nu = 1 2\n```", "```dot-product\nu = 1 2\nv = 1 2\nw = 3\n```",
    "```dot-product\nu = 1 nan\nv = 1 2\n```",
    "```dot-product\nu = \(list(17))\nv = \(list(17))\n```",
    "```\nQ = [[\(list(129))]]\nK = [[\(list(129))]]\nV = [[1]]\n```",
  ]

  private static func list(_ count: Int) -> String {
    (1...count).map(String.init).joined(separator: ", ")
  }

  private func read(_ text: String) throws -> (widget: (any Widget)?, question: Question?) {
    let note = "# C\n\n## L\n\n\(text)\n"
    let library = Library(
      title: "", key: "", documents: [Document(path: "a.md", bytes: Array(note.utf8))])
    let blocks = library.markdown(of: library.lessonIDs(inDocument: 0)[0]).blocks
    let found = WidgetFinder.find(in: blocks, title: "L").widgets.first
    return (
      try found.map { try $0.type.init($0.inputs) }, QuestionBank(library).questions.first
    )
  }

  @Test(arguments: opening)
  func whatOpensIsAskedWithItsNumbers(_ text: String) throws {
    let (widget, question) = try read(text)
    let results = try #require(widget).resultsJSON
    let key = try PresentedQuestion(try #require(question), seed: 0).form.key
    let output = (results["output"] ?? results["dot"])?.numbers ?? []
    let asked = try NumberReader.matrix(key).elements
    #expect(!output.isEmpty && asked.count == output.count)
    #expect(zip(asked, output).allSatisfy { ($0 - $1).magnitude < 1e-12 }, "\(key) \(output)")
  }

  @Test(arguments: refused)
  func whatDoesNotOpenIsNotAsked(_ text: String) throws {
    let (widget, question) = try read(text)
    #expect(widget == nil)
    #expect(question == nil, "\(question?.title ?? "")")
  }
}

extension JSON {
  /// All numbers in it.
  fileprivate var numbers: [Double] {
    array.map { $0.flatMap(\.numbers) } ?? double.map { [$0] } ?? []
  }
}
