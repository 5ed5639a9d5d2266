/// The course that is built into the program.
package enum Course {
  /// The files of `Content/` in the order of their names, each with its Markdown.
  package static var files: [(name: String, text: StaticString)] { embeddedFiles }
}
