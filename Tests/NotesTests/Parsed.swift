@testable import Notes

/// A text's blocks, where it stands by itself.
func blocks(_ text: String) -> [Block] { Markdown.parse(Array(text.utf8)).blocks }

/// The first paragraph of a text.
func inlines(_ text: String) -> [Inline] {
  if case .paragraph(let inlines)? = blocks(text).first?.kind { inlines } else { [] }
}
