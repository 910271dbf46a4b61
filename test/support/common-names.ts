/** Given names of people in Germany, those of many bearers first. */
export const givenNames: readonly string[] =
  `Maria Peter Anna Thomas Ursula Michael Monika Andreas Petra Wolfgang Elisabeth Klaus Sabine Jürgen Renate Helga
  Günter Karin Stefan Brigitte Christian Ingrid Uwe Erika Werner Andrea Horst Gisela Frank Claudia Dieter Susanne
  Manfred Gabriele Gerhard Christa Hans Christine Bernd Hildegard Thorsten Anja Mathias Barbara Helmut Nicole Walter
  Angelika Martin Heike Heinz Sonja Ralf Marion Markus Stefanie Rainer Cornelia Sven Irmgard Alexander Jutta Jens
  Ilse Norbert Kerstin Ali Fatma Mehmet Ayşe Olga Dmitri Katarzyna Piotr Giulia Elif Mustafa Nina Zeynep Tobias Lena
  Leon Mia Paul Emma Jonas Sophie Lukas Hannah Felix Lea Maximilian Laura Jan-Philipp Eva-Maria Anna-Lena`.split(
    /\s+/,
  );

/** Family names, likewise. */
export const familyNames: readonly string[] =
  `Müller Schmidt Schneider Fischer Meyer Weber Schulz Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf
  Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann
  Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
  Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
  Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas
  Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff
  Pfeiffer Yılmaz Nowak Kowalski Nguyen Rossi Öztürk Kaya Petrov Novák Demir Jansen Hansen Petersen Lindner Stahl
  Reuter Steiner Kirchner Wegner Thiele Bösch Hübner Ackermann Wendt Rademacher Oberndörfer Freudenberg`.split(
    /\s+/,
  );
